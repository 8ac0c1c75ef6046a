"""Plan documents that come through a channel."""

from bot.documents.apart import read_bytes
from bot.documents.errors import DocumentError
from campaign.reader.reading import Reading
from campaign.reader.refusals import Refusal


def read_plan(data: bytes, name: str) -> Reading | Refusal:
    """Return what the plan document `name` says, or why it cannot be read.

    Takes up to half a minute: call it outside of the event loop.
    """
    try:
        return read_bytes(data, name)
    except DocumentError as error:
        return error.code
