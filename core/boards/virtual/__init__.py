"""The virtual ESP32: a chip in software that is flashed, boots and answers as one of silicon does."""
