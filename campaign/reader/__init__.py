"""Reads a plan document, as offices write them, into a plan and what is doubtful about it."""
