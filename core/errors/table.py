"""The table of errors: of each code what happened, what to do about it, and the exit code.

The sentences are format strings; the values come with the error that is raised. A code is an interface:
scripts match it, translations and the guide (docs/guide/errors.md) follow it. `core.errors` has an exception
class for each part of the table.
"""

from __future__ import annotations

from core.errors.board_table import BOARD as BOARD
from core.errors.board_table import FIRMWARE as FIRMWARE
from core.errors.board_table import FLASH as FLASH
from core.errors.row import EXIT_DONE as EXIT_DONE
from core.errors.row import EXIT_FAILED as EXIT_FAILED
from core.errors.row import EXIT_STOPPED as EXIT_STOPPED
from core.errors.row import EXIT_USAGE as EXIT_USAGE
from core.errors.row import Row as Row
from core.errors.row import failed as _failed
from core.errors.row import usage as _usage

USAGE = {
    "usage": _usage("The command is not valid: {reason}.", "'{command} --help' shows how to use it."),
    "setting-invalid": _usage("A setting is not valid: {reason}.", "Change it and try again."),
}

DATA = {
    "data-not-found": _usage(
        "There is nothing at {path}.",
        "Check the path, or choose the folder or archive with your images again.",
    ),
    "data-not-named": _usage(
        "No images were given.",
        "Use --data with a folder or an archive, or --data scenes for the built-in sample scenes.",
    ),
    "data-permission": _failed(
        "You do not have permission to read {path}.",
        "Change its permissions, or copy the images to a folder of your own.",
    ),
    "data-no-pictures": _failed(
        "There are no readable images in {path}.",
        "Put JPEG, PNG, BMP, GIF or WebP images into one subfolder per class.",
    ),
    "data-bad-pictures": _failed(
        "{count} images cannot be read. The first is {path}.",
        "Remove or replace them, or let the run leave them out.",
    ),
    "picture-unreadable": _failed(
        "{path} is not a readable image.", "Open it in an image viewer. If that fails too, replace it."
    ),
    "data-no-classes": _failed(
        "The images in {path} are not in class folders.",
        "Create one subfolder per class, named after the class, and move its images into it.",
    ),
    "data-one-class": _failed(
        "There is only one class in {path}: '{name}'.",
        "A classifier needs at least two. Add a second subfolder with images of something else.",
    ),
    "data-empty-class": _failed(
        "The class '{name}' has no readable image.", "Add images to its folder, or remove the folder."
    ),
    "data-too-few": _failed(
        "The class '{name}' has {count} readable images, but needs {needed}.",
        "Add images to its folder, or remove the class.",
    ),
    "data-class-name": _failed(
        "The class name {name} has a line break or another character that cannot be shown.",
        "Rename its folder.",
    ),
    "data-classes-differ": _failed(
        "The splits in the data have different classes: '{name}' is missing from {split}.",
        "Give every split the same class folders, and put each image into one split only.",
    ),
    "data-name-unknown": _usage(
        "There is no class '{name}' in the data.",
        "'squeeze data' lists the classes. To name an image, use its path in the data, with '/'.",
    ),
    "data-changed": _failed(
        "The images in {path} have changed since this run used them: {difference}.",
        "Restore them, or restart the run from the beginning with the present ones (--from train).",
    ),
    "data-batch-unreadable": _failed(
        "{path} is not a CIFAR-10 batch: {reason}.",
        "Download the Python version of CIFAR-10 again, or use its images in class folders.",
    ),
    "data-labels-unreadable": _failed(
        "{path} does not say which class each image has: {reason}.",
        "Correct it, or put the images into one subfolder per class.",
    ),
    "data-labels-no-images": _failed(
        "{path} lists {count} images, but none of them is there. The first is {name}.",
        "Put the images into the folder with this file, or into the same archive.",
    ),
    "catalogue-unreadable": _failed(
        "The list of images in {path} cannot be read.", "Check the images again. This creates a new list."
    ),
    "archive-unreadable": _failed(
        "{path} is not a readable zip or tar archive.",
        "Download or copy it again. If it is not an archive, choose a folder.",
    ),
    "archive-unsafe": _failed(
        "{path} contains an entry that is not safe to unpack: {entry} ({reason}).",
        "Nothing was unpacked. If you trust the archive, unpack it yourself and choose the folder.",
    ),
    "archive-too-large": _failed(
        "{path} would unpack to more than {limit}.",
        "Nothing was kept. If you trust the archive, unpack it yourself and choose the folder.",
    ),
    "archive-encrypted": _failed(
        "{path} is protected with a password.", "Unpack it yourself with the password, and choose the folder."
    ),
}

MODEL = {
    "model-not-found": _usage("There is no model file at {path}.", "Check the path."),
    "model-unreadable": _failed(
        "{path} is not a readable model file.",
        "It may be truncated or in another format. Copy or convert it again.",
    ),
    "model-foreign": _usage(
        "{path} is not a model of this program: {reason}.",
        "Nothing in it was executed. Choose float.keras or pruned.keras of a run, or an int8 .tflite file.",
    ),
    "model-not-int8": _usage(
        "{path} is not an int8 model: {reason}.",
        "Convert it with full integer quantization first.",
    ),
    "model-without-gradients": _usage(
        "{path} has no heat map: that takes a network with gradients, which an int8 file has not.",
        "Choose float.keras or pruned.keras of the run.",
    ),
    "model-already-coded": _usage(
        "{path} is already Huffman-coded.",
        "Use it as it is, or compress the int8 model that it was made from.",
    ),
    "model-not-runnable": _failed(
        "{path} cannot be run: {reason}.",
        "Often, this runtime lacks an operator of the model. The technical detail shows more.",
    ),
    "model-other-classes": _usage(
        "The classes differ: {path} has {found}, the images have {needed}.",
        "Choose the images that the model was trained on, or others with the same class folders.",
    ),
    "weights-unreadable": _failed(
        "{path} is not a file of PyTorch weights.",
        "Choose torchvision's .pth file, or one saved with torch.save(model.state_dict(), file).",
    ),
    "weights-unsafe": _failed(
        "{path} contains more than weights: reading it would call {name}.",
        "Nothing was executed. Use a file from a source that you trust, saved as a state_dict.",
    ),
    "weights-other-network": _usage(
        "The weights in {path} do not fit the network: {reason}.",
        "Choose their network (--network), with width 1, the published ratios and no bypass.",
    ),
    "weights-not-fetched": _usage(
        "The ImageNet weights of {network} are not on this computer.",
        "Download them once, on the page Train or with 'squeeze weights fetch {network}'.",
    ),
    "weights-damaged": _failed(
        "{path} is not the published file: its SHA-256 begins with {found} instead of {expected}.",
        "It was not used. Download it again. A login page of the network may have replaced it.",
    ),
    "proof-failed": _failed(
        "The Huffman-coded model is not identical to the int8 model: {reason}.",
        "It was deleted. Please report this with the log in the run folder.",
    ),
    "model-image-missing": _failed(
        "There is no model image: the data does not begin with its signature.",
        "Flash a model to the board. If this is a file, choose the run's model.img.",
    ),
    "model-image-version": _failed(
        "The model image has format {found}. This program and its firmware read {known}.",
        "Flash the board again, firmware and model.",
    ),
    "model-image-length": _failed(
        "The model image is truncated, or its length is not valid.",
        "Flash the model again. If this does not help, the board's flash is too small for it.",
    ),
    "model-image-damaged": _failed(
        "The model image is damaged: its hash does not match.",
        "Flash the model again, at a lower speed or with another cable.",
    ),
    "model-image-field": _failed(
        "A field of the model image is not valid: {field} {reason}.",
        "Create it again from the run, then flash the board.",
    ),
}

RUN = {
    "run-not-found": _usage(
        "{path} is not a run folder.", "Choose a folder that contains a run.json, or start a new run."
    ),
    "run-other-version": _failed(
        "{path} has format {found}, of another version of the program. This version reads {known}.",
        "Start a new run in another folder. Nothing in this one was changed.",
    ),
    "run-exists": _usage(
        "{path} already contains a run with other settings: {difference}.",
        "Resume it with its own settings (--resume), restart a stage (--from), or choose another folder.",
    ),
    "run-name-taken": _usage("{path} already exists.", "Choose another name."),
    "run-damaged": _failed(
        "{path} is damaged, or was changed after its stage wrote it.",
        "Run this stage again (--from {stage}).",
    ),
    "run-record-damaged": _failed(
        "{path} cannot be read as the record of a run.",
        "Nothing in its folder was changed. Restore the file from a copy, or start a new run elsewhere.",
    ),
    "run-in-use": _failed(
        "Another process is working on {path}.", "Wait until it ends, or stop it. Then try again."
    ),
    "run-moved": _failed(
        "{path} was deleted or moved while the program worked on it.",
        "If you moved it, resume it there (--resume): finished epochs are kept. If not, start a new run.",
    ),
    "stage-missing": _usage(
        "{stage} cannot start: {needed} is not finished in this run.",
        "Run the earlier stage first (--from {needed}).",
    ),
    "training-diverged": _failed(
        "Training diverged: in epoch {epoch}, the loss is not a number.",
        "Lower the learning rate, then resume. The epochs before this one are kept.",
    ),
    "exploration-damaged": _failed(
        "{path} is damaged.", "Explore into another folder. The finished points are still in points/."
    ),
    "exploration-differs": _usage(
        "The points in {path} were trained with other images, settings or epochs.",
        "Explore into another folder, or with the same options: only the grid may differ.",
    ),
    "explore-missing": _failed(
        "The packages for exploring are not installed.",
        "Run pip install 'squeeze-studio[explore]' to install them.",
    ),
    "tensorboard-missing": _failed(
        "TensorBoard is not installed.",
        "Run pip install 'squeeze-studio[tensorboard]' to install it.",
    ),
    "cluster-not-reached": _failed(
        "There is no Dask scheduler at {address}, or it refused the connection.",
        "Start it with 'dask scheduler', and check the address and the certificates.",
    ),
    "cluster-no-workers": _failed(
        "No worker is connected to the scheduler at {address}.",
        "Start workers with 'dask worker {address}' where this program is installed.",
    ),
    "cluster-other-version": _failed(
        "A worker of the cluster has version {here} of this program, and {needed} is needed.",
        "Install version {needed} on all workers.",
    ),
    "cluster-lost": _failed(
        "The connection to the cluster was lost.",
        "Start it again and repeat the command. Finished points are kept.",
    ),
    "cluster-point-lost": _failed(
        "Every worker that trained {name} was lost.", "Give the workers more memory, or leave this point out."
    ),
    "cluster-answer": _failed(
        "What the cluster sent for {name} is not a run of this program.",
        "Nothing was kept of it. Check who started the cluster, and install this version on all workers.",
    ),
}

FILE = {
    "disk-full": _failed(
        "The disk is full: {path} could not be written.",
        "Free some space and try again. A run resumes after its last finished epoch.",
    ),
    "write-permission": _failed(
        "You do not have permission to write to {path}.",
        "Choose another folder for the results, or change its permissions.",
    ),
    "name-too-long": _failed(
        "The name {path} is too long for this system.",
        "Choose a shorter name, or a folder with a shorter path.",
    ),
    "name-not-text": _failed(
        "The name {path} is not valid text (UTF-8).", "Rename the file or folder, and try again."
    ),
    "name-unusable": _failed(
        "{path} cannot be used as the name of a file or folder ({reason}).", "Choose another name."
    ),
    "not-empty": _usage(
        "{path} already exists and is not empty.", "Choose an empty folder, or one that does not exist yet."
    ),
    "output-exists": _usage(
        "{path} already exists.", "Choose another name, or replace the file with --force."
    ),
    "not-replaceable": _usage(
        "{path} is a link, a folder or a device, not an ordinary file.",
        "It was not changed. Move it away, or choose another file name.",
    ),
    "not-a-folder": _usage(
        "{path} is a link or a file, not an ordinary folder.",
        "It was not changed. Move it away, or choose another folder.",
    ),
    "not-a-file": _usage(
        "{path} is {found}, not a file.",
        "Choose a file. To use what a pipe or a device sends, save it to a file first.",
    ),
    "file-too-large": _failed(
        "{path} is larger than {most} MB, so it cannot be what it is named as.",
        "Choose another file, or restore this one from a copy.",
    ),
    "output-closed": _failed(
        "The result cannot be shown: standard output is closed.",
        "Keep it open, or redirect it: '{command} > result.txt' or '{command} > /dev/null'.",
    ),
}

DOWNLOAD = {
    "download-offline": _failed(
        "{host} cannot be reached. This computer seems to be offline.",
        "Go online and try again, or download {address} on another computer and choose the file here.",
    ),
    "download-proxy": _failed(
        "{address} cannot be reached through the proxy {proxy}.",
        "Check the proxy in the system settings, or in http_proxy, https_proxy and no_proxy.",
    ),
    "download-failed": _failed(
        "{address} could not be downloaded: {reason}.",
        "Try again later, or download it on another computer and choose the file here.",
    ),
    "download-cut-off": _failed(
        "The download of {address} ended too early, after {received} bytes.",
        "Nothing was kept. Check the internet connection and try again.",
    ),
    "download-too-large": _failed(
        "The file at {address} is larger than {most} bytes, so it is not the right one.",
        "Nothing was kept. Try again later. A login page or a filter of the network may be the cause.",
    ),
}

PROGRAM = {
    "memory-exhausted": _failed(
        "There was not enough memory.",
        "Reduce the memory for images, the batch size or the image size, or close other programs.",
    ),
    "worker-crashed": _failed(
        "The work ended unexpectedly ({reason}).",
        "Try again: a run resumes after its last finished epoch. The log shows the last lines.",
    ),
    "unexpected": _failed(
        "An unexpected error occurred: {reason}.",
        "What was finished is kept. Please report this with the technical detail.",
    ),
}

AREAS = (USAGE, DATA, MODEL, RUN, BOARD, FLASH, FIRMWARE, FILE, DOWNLOAD, PROGRAM)
TABLE: dict[str, Row] = {code: row for area in AREAS for code, row in area.items()}
