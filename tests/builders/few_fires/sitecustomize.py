"""Python imports this when it starts with its folder on the path: SqueezeNets get few Fire modules.

It goes with `tests.builders.fires`, which puts the folder on the path of the processes that tests start.
"""

from __future__ import annotations

import importlib.util
import os
import sys
from importlib.abc import Loader, MetaPathFinder
from importlib.machinery import ModuleSpec
from types import ModuleType

NAME = "core.networks.architecture"
VARIABLE = "FIRE_MODULES_OF_TESTS"


class _FewFires(MetaPathFinder):
    """Finds the module of the architectures as Python does, and changes it once it is there."""

    def find_spec(self, fullname: str, *_: object) -> ModuleSpec | None:
        if fullname != NAME:
            return None
        sys.meta_path.remove(self)
        spec = importlib.util.find_spec(fullname)
        if spec is not None and spec.loader is not None:
            spec.loader = _Changing(spec.loader)
        return spec


class _Changing(Loader):
    def __init__(self, loader: Loader) -> None:
        self._loader = loader

    def create_module(self, spec: ModuleSpec) -> ModuleType | None:
        return self._loader.create_module(spec)

    def exec_module(self, module: ModuleType) -> None:
        self._loader.exec_module(module)
        if not hasattr(module, "_FIRES"):
            raise AttributeError("What is changed for tests is no longer there.")
        module._FIRES = tuple(map(int, os.environ[VARIABLE].split()))  # type: ignore[attr-defined]


sys.meta_path.insert(0, _FewFires())
