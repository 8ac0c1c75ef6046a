"""All tables together: METADATA of this room knows every one."""

from storage import reminder_tables
from storage.tables import METADATA

__all__ = ["METADATA", "reminder_tables"]
