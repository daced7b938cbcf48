"""Trains the starting network that ships with the program: `python3 dev.py pretrain --data IMAGES`.

A SqueezeNet 1.1 learns general images at 64x64. Beside the labels it imitates networks that were trained on
ImageNet (`teachers`). Every second step trains, beside the whole network, one that has only the first filters
of each layer (`slimmable`): the first filters become the ones that matter most, and a narrower network starts
from them. Training goes on from the last finished epoch in `--out` and ends as the unbroken one would.
"""
