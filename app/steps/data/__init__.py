"""The step of that name: Pictures and what is found in them."""
