"""What `dev.py` sets up, and what developers run beside the tests: `python3 dev.py screenshots`."""
