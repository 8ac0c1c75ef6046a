"""Understanding a question about a plan and composing the answer to it."""
