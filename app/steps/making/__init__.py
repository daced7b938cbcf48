"""All stages made at once, and the page of what came of them."""
