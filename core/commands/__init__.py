"""The commands of `squeeze`: what each takes, asks a worker to do, and shows."""
