"""report.html: a run for a person, in one file."""
