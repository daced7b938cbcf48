"""What developers run beside the tests: `python3 dev.py screenshots`, `python3 dev.py translations`."""
