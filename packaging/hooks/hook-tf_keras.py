"""tf_keras registers what it can load again by importing it, often by name."""

from PyInstaller.utils.hooks import collect_submodules

hiddenimports = collect_submodules(
    "tf_keras", filter=lambda name: not name.endswith(("_test", ".testing_infra"))
)
