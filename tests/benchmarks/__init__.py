"""Benchmarks: what the program needs, as a ratio to a floor measured in the same run. `make bench` runs them."""
