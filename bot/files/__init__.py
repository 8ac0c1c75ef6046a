"""Files that are sent and that are read: spreadsheets, and pictures."""
