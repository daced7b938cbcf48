"""tfmot's public names are modules that import its others; its tests are not needed."""

from PyInstaller.utils.hooks import collect_submodules

hiddenimports = collect_submodules(
    "tensorflow_model_optimization", filter=lambda name: not name.endswith(("_test", ".test_utils"))
)
