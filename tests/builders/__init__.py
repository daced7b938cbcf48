"""Small real things to test with."""
