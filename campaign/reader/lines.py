"""Lines become paragraphs: page numbers go, and what a line break cut is joined again."""

import re
from bisect import bisect_right
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from campaign.reader.document import Line
from campaign.reader.labels import begins_with_label
from campaign.reader.markers import is_wrapped, marker

_PAGE = re.compile(
    r"(?:Trang|Page|Tr\.)?\s*[-–—]?\s*\d{1,3}\s*[-–—]?(?:\s*/\s*\d{1,3})?", re.IGNORECASE
)
_RULE = re.compile(r"[-–—_=*.\s]{3,}")
_OVER = re.compile(r"[.;:!?…]\s*[”\"')\]]?$|\./\.$")
_WRAPPED_AT_MOST = 130
_LONG = 95
"""A line as long as this may have been cut by a page's edge, whatever the others are."""
_FULL = 0.78
_SPACED = 0.75
_TOO_FEW = 0.12
_CUT = 0.1
_SHORT = 0.6
_BEGINS = re.compile(r"Trên đây là |Mọi (?:thắc mắc|thông tin|chi tiết|ý kiến) ")
"""What no sentence goes on with."""
_HOUR = re.compile(
    r"\d{1,2}\s?(?:h|giờ)\s?\d{0,2}['’]?,?\s+(?:ngày|thứ|sáng|chiều|tối)\s", re.IGNORECASE
)
_DASHED = re.compile(r"([^\W\d_]+) [-–] (?=([^\W\d_]+))")
_OPENED = re.compile(r'(?:^|[\s:(])"[^"“”]*$')
_ROOM = 0.75
"""A line that had room for the first word of the next one was ended on purpose."""


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph in one line. `breaks` are the offsets in it where lines of the text begin."""

    text: str
    breaks: tuple[tuple[int, int], ...]

    @property
    def line(self) -> int:
        """The number of its first line."""
        return self.breaks[0][1]

    def line_at(self, offset: int) -> int:
        """The number of the line that has the character at `offset`."""
        place = bisect_right(self.breaks, (max(offset, 0), 1 << 60)) - 1
        return self.breaks[max(place, 0)][1]


def paragraphs(lines: Sequence[Line], *, wrapped: bool | None = None) -> list[Paragraph]:
    """Return the paragraphs of `lines`, of which the empty ones say where paragraphs end.

    `wrapped` says whether lines are those of a page; None lets their lengths tell.
    """
    rows = [line for line in lines if not _is_rule(line.text)]
    full = [line for line in rows if line.text.strip()]
    if not full:
        return []
    if wrapped is None:
        wrapped = _are_wrapped(full)
    if not wrapped:
        kept = [line for line in full if not _is_page_number(line.text)]
        return [
            _paragraph(group) for group in _together(_with_lone_markers(kept), _after_blanks(rows))
        ]
    return [_paragraph(group) for group in _groups(rows, full)]


def joined(lines: Sequence[Line]) -> Paragraph:
    """Return `lines` as a single paragraph."""
    return _paragraph(lines)


def _paragraph(lines: Sequence[Line]) -> Paragraph:
    text, breaks = "", []
    for line in lines:
        part = " ".join(line.text.split())
        if text and part and not (text.endswith(("-", "/")) and text[-2:-1].strip()):
            text += " "
        breaks.append((len(text), line.number))
        text += part
    return Paragraph(text, tuple(breaks))


def _is_rule(text: str) -> bool:
    return bool(text.strip()) and bool(_RULE.fullmatch(text.strip()))


def _is_page_number(text: str) -> bool:
    return bool(_PAGE.fullmatch(text.strip()))


def _are_wrapped(lines: Sequence[Line]) -> bool:
    """Whether many lines go on with the one above, and hardly any is longer than a page is wide."""
    lengths = sorted(len(line.text.strip()) for line in lines)
    if lengths[int((len(lengths) - 1) * 0.97)] > _WRAPPED_AT_MOST:
        return False
    texts = [line.text.strip() for line in lines]
    cut = sum(b[:1].islower() and not _OVER.search(a) for a, b in pairwise(texts))
    return cut >= _CUT * len(lines)


def _with_lone_markers(lines: Sequence[Line]) -> Iterator[list[Line]]:
    """A marker that stands alone belongs to the paragraph after it."""
    waiting: list[Line] = []
    for line in lines:
        waiting.append(line)
        found = marker(line.text.strip())
        if not (found and not found.rest and found.label):
            yield waiting
            waiting = []
    if waiting:
        yield waiting


def _together(groups: Iterable[list[Line]], after_blanks: Collection[int]) -> Iterator[list[Line]]:
    """Join what begins in the middle of a sentence with the paragraph before it.

    `after_blanks` are the lines that an empty one stands before.
    """
    waiting: list[Line] = []
    for group in groups:
        text, above = group[0].text.strip(), waiting[-1].text.strip() if waiting else "."
        apart = not after_blanks or group[0].number in after_blanks
        if waiting and not _goes_on(text, above, apart=apart):
            yield waiting
            waiting = []
        waiting = [*waiting, *group]
    if waiting:
        yield waiting


def _goes_on(text: str, above: str, *, apart: bool) -> bool:
    """Whether `text` goes on with the sentence of the line `above`; `apart` where it may be none."""
    if _OVER.search(above) or begins_with_label(text):
        return False
    found = marker(text)
    if apart or len(above) < _LONG:
        return found is None and text[:1].islower()
    return is_wrapped(found, above) if found else above.isupper() == text.isupper()


def _after_blanks(rows: Sequence[Line]) -> frozenset[int]:
    return frozenset(b.number for a, b in pairwise(rows) if not a.text.strip())


def _groups(rows: Sequence[Line], full: Sequence[Line]) -> Iterator[list[Line]]:
    share = _blanks(rows) / len(full)
    trusted, spaced = _TOO_FEW < share < _SPACED, share >= _SPACED
    names = _joined_by_dashes(full)
    lengths = sorted(len(line.text.strip()) for line in full)
    width = lengths[int(len(lengths) * 0.9)]
    group: list[Line] = []
    blank = False
    for line in rows:
        text = line.text.strip()
        if not text or _is_page_number(text):
            blank = blank or not text
            continue
        known = blank if trusted or (spaced and not blank) else None
        within = group and (
            _ends_a_name(group[-1].text, text, names) or _ends_a_quote(group[-1].text, text)
        )
        if group and not within and not _continues(group, text, blank=known, width=width):
            yield group
            group = []
        group.append(Line(line.number, text))
        blank = False
    if group:
        yield group


def _blanks(rows: Sequence[Line]) -> int:
    """After how many lines an empty one stands: after some they part paragraphs, and where they
    stand after nearly all, a line without one goes on.
    """
    return sum(bool(a.text.strip()) and not b.text.strip() for a, b in pairwise(rows))


def _joined_by_dashes(lines: Sequence[Line]) -> frozenset[tuple[str, str]]:
    """The words that a dash stands between: of names such as "Ban Gia đình - Xã hội"."""
    return frozenset(pair for line in lines for pair in _DASHED.findall(line.text))


def _ends_a_name(above: str, text: str, names: Collection[tuple[str, str]]) -> bool:
    """Whether a line begins with the dash of a name that the document has elsewhere."""
    match = _DASHED.match(f"{above.rsplit(maxsplit=1)[-1]} {text}") if above.strip() else None
    return match is not None and match.groups() in names


def _ends_a_quote(above: str, text: str) -> bool:
    """Whether a line ends what the line above began to quote: "“Chung tay" and "- Góp sức”"."""
    if _OPENED.search(above):
        return text.count('"') % 2 == 1
    opened = above.rfind("“") > above.rfind("”")
    return opened and "”" in text.partition("“")[0]


def _continues(group: Sequence[Line], text: str, *, blank: bool | None, width: int) -> bool:
    """Whether the line `text` goes on with the paragraph of `group`.

    `blank` tells whether an empty line stands between; None where that says nothing.
    """
    above = group[-1].text
    alone = marker(above) if len(group) == 1 else None
    if alone and not alone.rest and alone.label:
        return True
    headed = len(group) == 1 and ":" not in above and marker(above) is not None
    if blank or _BEGINS.match(text) or (headed and _HOUR.match(text)):
        return False
    short = len(above) < _SHORT * width
    found = marker(text)
    certain = short and found is not None and found.kind in ("dash", "star", "plus")
    if found and (certain or not is_wrapped(found, above)):
        return False
    if begins_with_label(text) and not (text[:1].islower() or above.endswith((",", "("))):
        return False
    if above.isupper() != text.isupper() and _is_heading(above) and _is_heading(text):
        return False
    room = len(above) + 1 + len(text.split(maxsplit=1)[0]) < _ROOM * width
    if above.endswith("”") and text.startswith("“"):
        return False
    if blank is None and room and text.lstrip('“"(')[:1].isupper():
        return False
    return not _OVER.search(above) or len(above) >= _FULL * width


def _is_heading(text: str) -> bool:
    """Whether the case of a line says something: that of "HTX", "OCOP." or "TM." does not."""
    return sum(character.isalpha() for character in text) > 3 and " " in text  # noqa: PLR2004
