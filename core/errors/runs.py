"""Errors of a run: its folder, the order of its stages, its training."""

from __future__ import annotations

from core.errors.kind import EXIT_USAGE, ErrorKind

RUN_NOT_FOUND = ErrorKind(
    "run-not-found",
    "{path} is not a run folder.",
    "Choose a folder that holds a run.json, or start a new run.",
    EXIT_USAGE,
)
RUN_OTHER_VERSION = ErrorKind(
    "run-other-version",
    "{path} was made by another version of the program (format {found}, this one reads {known}).",
    "Start a new run in another folder; the old results are untouched.",
)
RUN_EXISTS = ErrorKind(
    "run-exists",
    "{path} already holds a run with other settings: {difference}.",
    "Go on with its settings (--resume), start a stage anew (--from), or choose another folder.",
    EXIT_USAGE,
)
RUN_DAMAGED = ErrorKind(
    "run-damaged",
    "{path} is damaged, or is not the file that its stage wrote.",
    "Run the stage that writes it again (--from {stage}).",
)
RUN_RECORD_DAMAGED = ErrorKind(
    "run-record-damaged",
    "{path} cannot be read as the record of a run.",
    "Nothing in its folder was changed. Put the file back from a copy, or start a new run in another folder.",
)
RUN_IN_USE = ErrorKind(
    "run-in-use",
    "{path} is being worked on by another process.",
    "Wait for it or stop it, then try again.",
)
RUN_MOVED = ErrorKind(
    "run-moved",
    "{path} was deleted or moved while it was being worked on.",
    "If it was moved, go on with it where it is now (--resume): its finished epochs are in it. "
    "If it was deleted, start a new run.",
)
STAGE_MISSING = ErrorKind(
    "stage-missing",
    "{stage} cannot start: {needed} has not finished in this run.",
    "Run the earlier stage first (--from {needed}).",
    EXIT_USAGE,
)
TRAINING_DIVERGED = ErrorKind(
    "training-diverged",
    "Training diverged: the loss is no longer a number in epoch {epoch}.",
    "Lower the learning rate, then go on; the epochs before it are kept.",
)
