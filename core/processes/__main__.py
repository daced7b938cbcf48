"""`python -m core.processes --run`: what an installed program does when it starts itself with a role."""

from __future__ import annotations

import sys

from core.errors import EXIT_USAGE
from core.processes.roles import run_role

if __name__ == "__main__":
    code = run_role(sys.argv[1:])
    sys.exit(EXIT_USAGE if code is None else code)
