"""What is always there around a page: header, list of steps, charts, progress."""
