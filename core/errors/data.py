"""Errors of the pictures that a run learns from: folders, archives, lists and files of them."""

from __future__ import annotations

from core.errors.kind import EXIT_USAGE, ErrorKind

DATA_NOT_FOUND = ErrorKind(
    "data-not-found",
    "There is nothing at {path}.",
    "Check the path, or choose the folder or archive with your pictures again.",
    EXIT_USAGE,
)
DATA_NOT_NAMED = ErrorKind(
    "data-not-named",
    "No pictures were named.",
    "Name a folder or an archive with --data, or take the built-in sample scenes with --data scenes.",
    EXIT_USAGE,
)
DATA_PERMISSION = ErrorKind(
    "data-permission",
    "You may not read {path}.",
    "Change its permissions, or copy the pictures to a folder of your own.",
)
DATA_NO_PICTURES = ErrorKind(
    "data-no-pictures",
    "No pictures that can be read were found in {path}.",
    "Put JPEG, PNG, BMP, GIF or WebP pictures into one subfolder per class.",
)
DATA_BAD_PICTURES = ErrorKind(
    "data-bad-pictures",
    "{count} pictures cannot be read; the first is {path}.",
    "Remove or replace them, or run with bad pictures left out.",
)
PICTURE_UNREADABLE = ErrorKind(
    "picture-unreadable",
    "{path} is not a readable picture.",
    "Open it in a picture viewer; if that fails too, replace it.",
)
DATA_NO_CLASSES = ErrorKind(
    "data-no-classes",
    "The pictures in {path} are not in class folders.",
    "Make one subfolder per class, named after it, and put each picture into the folder of its class.",
)
DATA_ONE_CLASS = ErrorKind(
    "data-one-class",
    "Only one class, '{name}', was found in {path}.",
    "A classifier needs at least two: add a second subfolder with pictures of something else.",
)
DATA_EMPTY_CLASS = ErrorKind(
    "data-empty-class",
    "The class '{name}' has no readable picture.",
    "Add pictures to its folder, or remove the folder.",
)
DATA_TOO_FEW = ErrorKind(
    "data-too-few",
    "The class '{name}' has {count} readable pictures; {needed} are needed.",
    "Add more pictures to its folder, or remove the class.",
)
DATA_CLASS_NAME = ErrorKind(
    "data-class-name",
    "The name of the class {name} has a line break or another character that cannot be shown.",
    "Rename its folder.",
)
DATA_CLASSES_DIFFER = ErrorKind(
    "data-classes-differ",
    "The data's own splits have different classes: '{name}' is missing from {split}.",
    "Give every split the same class folders, each with pictures that no other split has.",
)
DATA_NAME_UNKNOWN = ErrorKind(
    "data-name-unknown",
    "There is no class '{name}' in the data.",
    "Choose one of those that 'squeeze data' lists; a picture is named by its path in the data, with '/'.",
    EXIT_USAGE,
)
DATA_CHANGED = ErrorKind(
    "data-changed",
    "The pictures in {path} are not those that this run was made with: {difference}.",
    "Put them back as they were, or begin the run anew with those that are there (--from train).",
)
DATA_BATCH_UNREADABLE = ErrorKind(
    "data-batch-unreadable",
    "{path} is not a batch of CIFAR-10 pictures: {reason}.",
    "Download CIFAR-10's python version again; its pictures in class folders will do as well.",
)
CATALOGUE_UNREADABLE = ErrorKind(
    "catalogue-unreadable",
    "The list of pictures in {path} cannot be read.",
    "Look at the pictures again: the list is made anew.",
)
ARCHIVE_UNREADABLE = ErrorKind(
    "archive-unreadable",
    "{path} is not a readable zip or tar archive.",
    "Download or copy it again; if it is not an archive at all, choose a folder.",
)
ARCHIVE_UNSAFE = ErrorKind(
    "archive-unsafe",
    "{path} holds an entry that is not safe to unpack: {entry} ({reason}).",
    "Nothing was unpacked. Unpack it yourself if you trust it, and choose the folder.",
)
ARCHIVE_TOO_LARGE = ErrorKind(
    "archive-too-large",
    "{path} would unpack to more than {limit}.",
    "Nothing was kept. Unpack it yourself if you trust it, and choose the folder.",
)
ARCHIVE_ENCRYPTED = ErrorKind(
    "archive-encrypted",
    "{path} is protected with a password.",
    "Unpack it yourself with the password, and choose the folder.",
)
