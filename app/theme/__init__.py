"""How the program looks: one type scale, one spacing grid, one accent color, light and dark."""
