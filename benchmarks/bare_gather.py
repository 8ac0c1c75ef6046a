"""The peer of an announcement: a bare `asyncio.gather` of `send_message`, and nothing kept."""

import asyncio
import sys
from pathlib import Path

from benchmarks.broadcasts import send_all

if __name__ == "__main__":
    base_url, token, file = sys.argv[1:]
    chats = [int(number) for number in Path(file).read_text("utf-8").split(",")]
    asyncio.run(send_all(base_url, token, chats))
