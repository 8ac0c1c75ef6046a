"""The pure domain: no clock, no files, no network, no database. Time is always an argument."""
