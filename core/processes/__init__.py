"""Every process that this program starts: parts of its own work, and the tools that build firmware.

    roles.py    the parts that a process of its own does (run, flash, interpret), and how one is started
    child.py    a child process seen from the process that started it
    client.py   a worker seen from there: one request, its events, one outcome
    worker.py   the worker itself: an assignment in, events out
    streams.py  the two pipes, seen from the child
    tree.py     a process together with all that it started

A child is told by its standard input what to do, and that nobody waits for it any more: the input ends then.
"""
