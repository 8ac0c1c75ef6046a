"""Loa's figures beside those of its peers, taken in the same run: `python -m benchmarks`."""
