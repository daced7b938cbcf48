"""esptool loads the stub that it sends to a chip, and the class of the chip, by name."""

from PyInstaller.utils.hooks import collect_data_files, collect_submodules

datas = collect_data_files("esptool")
hiddenimports = collect_submodules("esptool.targets")
