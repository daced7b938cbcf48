"""What the program is and what it stands on."""
