"""The stages of a run in order, and the folder that holds what they made."""
