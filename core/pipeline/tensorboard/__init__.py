"""What TensorBoard reads of a run."""
