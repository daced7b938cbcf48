"""A finished model in forms that other programs and projects take."""
