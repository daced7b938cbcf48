"""An interpreter process, for whoever starts it: hands its streams on to a copy, and ends as that one does.

It imports as little as it can, because it is started thousands of times: `python -I -S FILE NAME`.
"""

import array
import os
import signal
import socket
import sys

STREAMS = (0, 1, 2)


def main(name: str) -> int:
    """Be the copy that is made where sockets of this name lead; its exit code, or the end by its signal."""
    with socket.socket(socket.AF_UNIX) as connection:
        connection.connect(f"\0{name}")
        connection.sendmsg([b" "], [(socket.SOL_SOCKET, socket.SCM_RIGHTS, array.array("i", STREAMS))])
        for stream in STREAMS:
            os.close(stream)
        code = int(connection.recv(16) or b"1")
    if code < 0:
        signal.signal(-code, signal.SIG_DFL)
        os.kill(os.getpid(), -code)
    return code


if __name__ == "__main__":
    os._exit(main(sys.argv[1]))
