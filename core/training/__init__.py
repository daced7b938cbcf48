"""Training that goes on after a break as if it had not been broken."""
