"""Where a person begins: new images, or a run that is there."""
