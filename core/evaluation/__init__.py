"""What a model is worth, measured on images it has not seen."""
