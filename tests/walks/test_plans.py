"""A plan document in Telegram itself: sent as a file, published, and asked in a group."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from sandbox.chats import Message
from sandbox.faults import Fault
from sandbox.files import File, keep
from sandbox.sharing import share
from tests.bot.documents.files import docx_of, pdf_of
from tests.handlers.test_editions import PAGE
from tests.walks.house import said
from tests.walks.office import Office, office
