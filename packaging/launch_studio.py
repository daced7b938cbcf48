"""What the installed `squeeze-studio` begins with: the window, or the work that it was started for."""

import multiprocessing
import sys

from core import program
from core.processes.roles import run_role

if __name__ == "__main__":
    multiprocessing.freeze_support()
    program.prepare_installed()
    code = run_role(sys.argv[1:])
    if code is None:
        from app.main import main

        code = main()
    sys.exit(code)
