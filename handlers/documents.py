"""Documents that somebody sent: whoever asked for one to be read gets what it says."""

from collections.abc import Callable, Mapping
from typing import Any

from campaign.messages import Outgoing
from handlers import editions, imports
from handlers.readers import Reader

READERS: Mapping[str, Callable[[Reader, tuple[str, ...], Any], list[Outgoing]]] = {
    editions.READER: editions.read,
    imports.READER: imports.read,
}
"""By the name in `Fetch.reader`, each given what the document is for and what was found in it."""
