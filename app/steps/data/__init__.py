"""The step of that name: Images and what is found in them."""
