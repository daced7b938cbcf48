"""How the program looks: one type scale, one spacing grid, one accent colour, light and dark."""
