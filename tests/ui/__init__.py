"""Tests of the window, by clicks and keys."""
