"""Writing to a board's flash, with esptool's functions in a process of their own."""
