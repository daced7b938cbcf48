"""A finished run's model on a board or in a file: choosing, flashing, watching, exporting."""
