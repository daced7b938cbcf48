"""Charts of a run. What needs pyqtgraph is imported after the first paint."""
