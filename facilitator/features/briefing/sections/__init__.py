"""The parts of the paper, with their limits and what is still missing in each."""
