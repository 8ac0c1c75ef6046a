"""What an item of an administrative document begins with: "II.", "3.", "1.2.", "a)", "–", "+"."""

import re
from typing import Literal, NamedTuple

from campaign.language.text import fold

Kind = Literal["roman", "capital", "arabic", "dotted", "letter", "paren", "star", "dash", "plus"]

RANKS: dict[Kind, int] = {
    "roman": 1,
    "capital": 2,
    "arabic": 3,
    "dotted": 4,
    "letter": 5,
    "paren": 6,
    "star": 7,
    "dash": 8,
    "plus": 9,
}
"""How deep each usually stands, the outermost first."""
NUMBERED = ("roman", "capital", "arabic", "dotted", "letter", "paren")
BULLETS = ("star", "dash", "plus")

_LETTERS = map(chr, (*range(0x41, 0x1B1), *range(0x1EA0, 0x1EFA)))
_CAPITAL = f"[{''.join(letter for letter in _LETTERS if letter.isupper())}]"
_MARKERS: tuple[tuple[Kind, re.Pattern[str]], ...] = (
    (
        "roman",
        re.compile(
            r"(?:(?:PHẦN|Phần|MỤC|Mục)\s+)?([IVX]{1,5})\s*(?:[.)/:]\s*(?=\S|$)|[-–]\s+(?=\S))"
        ),
    ),
    (
        "capital",
        re.compile(r"(?:(?:PHẦN|Phần)\s+)?([A-HĐ])\s*(?:[.)/]|\s[-–])\s+(?=\S)|([A-HĐ])[.)/]$"),
    ),
    (
        "dotted",
        re.compile(r"(\d{1,2}(?:\.\d{1,2}){1,3})\s*(?:[.)/:]|[-–](?=\s))?\s+(?=[^\W\d]|[“\"(])"),
    ),
    ("dotted", re.compile(r"(\d{1,2}(?:\.\d{1,2}){1,3})\s*[.)/]?$")),
    ("arabic", re.compile(r"(\d{1,3})\s*(?:[.)/](?:\s+(?=[^\W\d]|[“\"(\d])|$)|[.)](?=[^\W\d_]))")),
    ("arabic", re.compile(rf"(\d{{1,2}})\s?[-–]\s+(?=[“\"]?{_CAPITAL})")),
    ("arabic", re.compile(r"(?:Điều|Mục)\s+(\d{1,2})\s*[.:]\s+(?=\S)")),
    ("letter", re.compile(r"([a-zđ]{1,2})\s*[)/]\s*(?=\S|$)|([a-zđ])\.\s+(?=\S)")),
    ("paren", re.compile(r"\((\d{1,2}|[a-zđ]|[ivx]{1,4})\)\s*(?=\S|$)")),
    ("star", re.compile(r"[*•●▪■◦✓►❖➢\uf0b7\uf0a7\uf0d8]\s*(?=\S)")),
    ("dash", re.compile(r"[-–—−]\s*(?=[^\s\-–—−])")),
    ("plus", re.compile(r"\+\s*(?=\S)")),
)
_LOWERED = re.compile(r"[\"“'(]?[^\W\d_]")
_EXPECTS_NUMBER = re.compile(
    r"(?:\b(?:ngay|thang|nam|(?<!co )so|khoan|dieu|(?<!dia )(?<!thoi )(?<!cao )diem|muc|lan thu|ky thu|khoa|quy|tu|den|phu luc|va|hoac"
    r"|luc|truoc|sau|cap|loai|khu vuc|thu|quoc lo)|[-–/,(])$"
)
_EXPECTS_LETTER = re.compile(
    r"\b(?:(?<!dia )(?<!thoi )(?<!cao )diem|khoan|muc|phu luc|va|hoac)$|[-–/,(]$"
)
_BETWEEN_NUMBERS = re.compile(r"\d\s*$")
_OVER = (".", ";", ":", "./.", "!", "?", "”", '"')


class Marker(NamedTuple):
    """`label` is what was printed without its signs; `rest` the text after it."""

    kind: Kind
    label: str
    rest: str


def marker(text: str) -> Marker | None:
    """Return the marker that `text` begins with, if any."""
    for kind, pattern in _MARKERS:
        if match := pattern.match(text):
            label = next((group for group in match.groups() if group), "")
            return Marker(kind, label, text[match.end() :].strip())
    return None


def is_wrapped(found: Marker, before: str) -> bool:
    """Whether what looks like a marker is the middle of a sentence that a line break cut.

    `before` is the line above: "giai đoạn 2021" and "- 2025 …" belong together, and so do
    "trước ngày" and "15. Sau đó …".
    """
    before = before.rstrip()
    if not before:
        return False
    over = before.endswith(_OVER)
    if found.kind in BULLETS:
        if found.rest[:1].isdigit() and _BETWEEN_NUMBERS.search(before):
            return True
        first = _LOWERED.match(found.rest)
        return bool(first and first[0][-1].islower() and not over and not before.endswith(","))
    if found.kind == "letter":
        return not over and bool(_EXPECTS_LETTER.search(fold(before)))
    if found.kind in ("arabic", "dotted", "roman", "capital"):
        return not over and bool(_EXPECTS_NUMBER.search(fold(before)))
    return False
