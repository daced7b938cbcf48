"""The six steps of the wizard, a page each."""
