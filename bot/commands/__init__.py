"""The commands of `loa`, one file each, imported only when called."""
