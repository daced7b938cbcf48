"""TensorBoard's pages are in an archive beside its modules."""

from PyInstaller.utils.hooks import collect_data_files

datas = collect_data_files("tensorboard", includes=["webfiles.zip"])
