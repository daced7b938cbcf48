"""Errors that any work can end with: what was asked, what the computer lacks, what nobody expected."""

from __future__ import annotations

from core.errors.kind import EXIT_USAGE, ErrorKind

USAGE = ErrorKind(
    "usage",
    "The command cannot be understood: {reason}.",
    "'{command} --help' shows what it takes.",
    EXIT_USAGE,
)
SETTING_INVALID = ErrorKind(
    "setting-invalid",
    "A setting is out of range: {reason}.",
    "Change it and try again.",
    EXIT_USAGE,
)
DISK_FULL = ErrorKind(
    "disk-full",
    "The disk is full: {path} could not be written.",
    "Free some space and go on with the same run; what was finished is kept.",
)
WRITE_PERMISSION = ErrorKind(
    "write-permission",
    "You may not write to {path}.",
    "Choose another folder for the results, or change its permissions.",
)
NAME_TOO_LONG = ErrorKind(
    "name-too-long",
    "The name {path} is too long for this system.",
    "Choose a shorter name, or a folder nearer to the top of the disk.",
)
NAME_NOT_TEXT = ErrorKind(
    "name-not-text",
    "The name {path} is not readable text: it is not UTF-8.",
    "Rename the file or folder, and try again.",
)
NAME_UNUSABLE = ErrorKind(
    "name-unusable",
    "{path} cannot be used as the name of a file or folder ({reason}).",
    "Choose another name.",
)
NOT_EMPTY = ErrorKind(
    "not-empty",
    "{path} is there already and has something in it.",
    "Choose a folder that is not there yet, or an empty one.",
    EXIT_USAGE,
)
OUTPUT_EXISTS = ErrorKind(
    "output-exists",
    "{path} is there already.",
    "Name a file that is not there yet, or replace this one with --force.",
    EXIT_USAGE,
)
NOT_REPLACEABLE = ErrorKind(
    "not-replaceable",
    "{path} is not an ordinary file, but a link, a folder or a device.",
    "It was left as it is. Move it away, or name another file.",
    EXIT_USAGE,
)
NOT_A_FOLDER = ErrorKind(
    "not-a-folder",
    "{path} is not an ordinary folder, but a link or a file.",
    "It was left as it is. Move it away, or choose another folder.",
    EXIT_USAGE,
)
NOT_A_FILE = ErrorKind(
    "not-a-file",
    "{path} is {found}, not a file.",
    "Choose a file. What a pipe or a device gives can be saved as one first.",
    EXIT_USAGE,
)
OUTPUT_CLOSED = ErrorKind(
    "output-closed",
    "There is nowhere to show the result: standard output is closed.",
    "Leave it open, or send it to a file or to nobody: '{command} > result.txt', '{command} > /dev/null'.",
)
DOWNLOAD_OFFLINE = ErrorKind(
    "download-offline",
    "{host} cannot be reached: this computer seems to be offline.",
    "Go online and try again, or fetch {address} on another computer and choose the file here.",
)
DOWNLOAD_PROXY = ErrorKind(
    "download-proxy",
    "The proxy {proxy} does not let {address} through.",
    "Check the proxy in the settings of the system or in the variables http_proxy, https_proxy and no_proxy.",
)
DOWNLOAD_FAILED = ErrorKind(
    "download-failed",
    "{address} could not be fetched: {reason}.",
    "Try again later, or fetch it on another computer and choose the file here.",
)
DOWNLOAD_CUT_OFF = ErrorKind(
    "download-cut-off",
    "The download of {address} was cut off after {received} bytes.",
    "Nothing of it was kept. Check the internet connection and try again.",
)
DOWNLOAD_TOO_LARGE = ErrorKind(
    "download-too-large",
    "What is at {address} is larger than {most} bytes, and so not what belongs there.",
    "Nothing of it was kept. Try again later; a login page or a filter of the network may be in between.",
)
MEMORY_EXHAUSTED = ErrorKind(
    "memory-exhausted",
    "There was not enough memory, and the work ended.",
    "Lower the memory for pictures, the batch size or the image size, or close other programs; then go on.",
)
WORKER_CRASHED = ErrorKind(
    "worker-crashed",
    "The work stopped unexpectedly ({reason}).",
    "Try again: a run goes on from its last finished epoch. The log has the last lines.",
)
UNEXPECTED = ErrorKind(
    "unexpected",
    "Something went wrong that the program did not expect: {reason}.",
    "What was finished is kept. Please report it with the technical detail.",
)
