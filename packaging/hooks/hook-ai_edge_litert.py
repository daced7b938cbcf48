"""LiteRT's interpreter loads its libraries from beside itself; those of makers of chips lie deeper."""

from PyInstaller.utils.hooks import collect_dynamic_libs

binaries = [found for found in collect_dynamic_libs("ai_edge_litert") if found[1] == "ai_edge_litert"]
hiddenimports = ["ai_edge_litert.interpreter"]
