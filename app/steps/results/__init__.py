"""What a stage came to, shown: used by the pages of all stages."""
