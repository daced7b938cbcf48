"""Images with classes: where they come from, what is wrong with them, and how they reach the network."""
