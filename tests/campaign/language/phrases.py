"""The phrases for which a template stands, one by one."""

from collections.abc import Iterator
from itertools import product

from campaign.language.templates import _parts


def expand(template: str) -> Iterator[str]:
    """Yield the phrases of `template`: "(a|b)" is a choice, "(a)?" may be left out."""
    choices = ([*options, ""] if optional else options for options, optional in _parts(template))
    for phrase in product(*choices):
        yield " ".join(part for part in phrase if part)
