"""The time zone of everybody who is spoken to: kept is UTC, shown is the time of Vietnam."""

from zoneinfo import ZoneInfo

VIETNAM = ZoneInfo("Asia/Ho_Chi_Minh")
