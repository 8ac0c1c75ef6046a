"""The rules of understanding, a room for each thing that people ask about.

A rule looks at a case and returns the question that it sees there, or None.
"""
