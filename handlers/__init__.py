"""The conversation: what comes in and a unit of work make what goes out."""
