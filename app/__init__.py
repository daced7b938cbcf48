"""The window: what a person sees of a run. It shows and asks; `core`, in a child process, works."""
