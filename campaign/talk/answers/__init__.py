"""Composing the answer to a question: one room for each kind of answer."""
