"""The step that puts a model on a board and shows what the board sees."""
