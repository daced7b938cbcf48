"""Networks of many sizes compared on the images of the open run."""
