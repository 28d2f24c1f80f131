"""What happened: planned and actual times, to be looked at minute by minute and corrected."""
