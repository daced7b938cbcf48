"""Where a person begins: new pictures, or a run that is there."""
