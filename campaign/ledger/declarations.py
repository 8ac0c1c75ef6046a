"""What an administrator says of a group's cooperatives: a name, a comma, a district."""

from collections.abc import Iterator
from dataclasses import dataclass

from campaign.ledger.names import district_key, name_key, tidy


@dataclass(frozen=True, slots=True)
class Declared:
    """A cooperative as it was said; `district` "" where none was."""

    name: str
    district: str


def declarations(text: str) -> Iterator[Declared]:
    """Yield what each line of `text` says; the last comma or semicolon is before the district."""
    for line in filter(None, map(tidy, text.splitlines())):
        at = max(line.rfind(","), line.rfind(";"))
        if at < 0:
            yield Declared(line, "")
        else:
            yield Declared(line[:at].strip(), line[at + 1 :].strip())


def is_same(declared: Declared, name: str, district: str) -> bool:
    """Say whether the cooperative `name` is meant; without a district any that is called so."""
    if name_key(declared.name) != name_key(name):
        return False
    return not declared.district or district_key(declared.district) == district_key(district)
