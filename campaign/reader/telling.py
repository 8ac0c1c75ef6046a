"""What sentences about an activity say where it has no labels: who leads, where, who comes."""

import re
from collections.abc import Iterator, Sequence

from campaign.language.patterns import phrase
from campaign.reader.findings import Said
from campaign.reader.outline import Item
from campaign.reader.sessions import bare_place, is_session, places, sessions, without_number
from campaign.reader.times import Calendar, days_in
from campaign.reader.units import subject, task_of, together, units

_CLAUSE = re.compile(r"[:,.]\s+")
_SENTENCE = re.compile(r";\s+|(?<!TP)(?<!Tp)\.\s+(?=[“\"(]?[A-ZĐÀÁẢÃẠĂÂÊÔƠƯÍÚÝỦỨ])")
_QUOTES = re.compile(r"[“\"][^”\"]*[”\"]")
_VENUE = re.compile(
    r"(?<!triển khai)(?<!thí điểm)\s(?:tại|ở)\s+(?P<place>(?:trụ sở|hội trường|nhà văn hóa|nhà thi đấu|nhà hát|sân |trung tâm|quảng trường|công viên|khu |khách sạn"
    r"|rạp|tỉnh |thành phố |TP|huyện |thị xã |xã |phường |(?:các|một số) (?:xã|huyện|phường|tỉnh|thôn|bản|trường|điểm|cơ sở|công đoàn|đơn vị|chi hội|chi đoàn|hợp tác xã|HTX|khu) |[A-ZĐ](?!ễ |ội nghị|ội thảo))[^.;()]*?)"
    r"(?=,?\s(?:nhân|nhằm|để|với|do|cho|và\s(?:giao|tổ|tham|các hoạt)|trong|từ ngày|vào|theo|năm|có|là|được|gắn)\s|[.;()]|$)"
)
_PART_WORDS = 6
_SITES = (
    r"(?:[Tt]rụ sở|[Hh]ội trường|[Nn]hà |[Ss]ân |[Tt]rung tâm |[Qq]uảng trường|[Cc]ông viên|[Kk]hu |[Cc]ụm |[Kk]hách sạn|[Rr]ạp |[Cc]hợ |[Tt]rường |[Cc]ông ty "
    r"|HTX|[Hh]ợp tác xã |[Tt]rạm |[Bb]ệnh viện |(?:tỉnh|thành phố|huyện|thị xã|xã|phường|thôn|bản|ấp) [A-ZĐÀ-Ỹ]|TP)"
)
_BESIDE = re.compile(rf"[^\w:;.]*,\s*(?P<place>{_SITES}[^.;:]*)")
_SITE = re.compile(rf"\s*:\s*{_SITES}[^:]*$")
_HELD = re.compile(
    phrase(r"diễn ra|tổ chức|thi đấu|khai mạc|bắt đầu|tập trung|mở cửa|gồm|địa điểm|họp|tham quan")
)
_LEADS = re.compile(
    phrase(
        r"chủ trì|phụ trách|chịu trách nhiệm|đảm nhiệm|theo dõi|đầu mối|tham mưu|là cơ quan|là đơn vị|thường trực"
    )
)
_GIVES = re.compile(r"(?:Giao|Phân công|Đề nghị)\s")
_ONLY = re.compile(
    r"^(?!.*\s(?:yêu cầu|đề nghị)\s)(?:\S+\s){1,9}(?:thực hiện|tổ chức|triển khai)$|\sphối hợp (?:với|cùng) .{3,90} tổ chức(?!\w)"
)
_BY = re.compile(
    r"(?:^|[\s,;(])(?:do|giao|phân công|đề nghị)\s(?=[^,;.]{4,90}?\s(?:chủ trì|phụ trách|đảm nhiệm|chịu trách nhiệm|tham mưu|thực hiện|đầu mối)(?!\w))"
)
_DONE_BY = re.compile(
    r"(?<!\w)do\s+(?P<who>[A-ZĐ][^.;:]{2,90}?)\s+(?:chủ trì|phụ trách|tham mưu|đảm nhiệm|làm đầu mối)"
)
_INVITED = re.compile(
    r"(?:^|[.;]\s+)(?:[Tt]hành phần|[Kk]hách mời|[Đđ]ại biểu|[Đđ]ối tượng|[Tt]hành phần mời)(?: tham (?:dự|gia)| dự| mời)?\s+(?:gồm có|bao gồm|gồm|là)\s*:?\s+(?P<who>[^.;]+)"
)

Units = tuple[tuple[str, ...], tuple[str, ...]]


def leading(item: Item, calendar: Calendar) -> Units:
    """Return who leads and who coordinates, of the item's own words, or of a sentence under it that
    speaks of leading.
    """
    starts = [0, *(match.end() for match in _CLAUSE.finditer(item.text))]
    for start in starts:
        found = subject(item.text[start:])
        if found[0]:
            return found
    told = [item.text, *(sentence for sentence, _ in _told(item))]
    charged = [each for sentence in told if (each := _charged(sentence.strip(" .;")))]
    if charged:
        return together(lead for lead, _ in charged), together(helping for _, helping in charged)
    return _first_doer(told[1:], calendar)


def _charged(sentence: str) -> Units | None:
    """Whom a sentence puts in charge: "… do Ban A phụ trách", "Các cấp Hội thực hiện"."""
    speaks = _LEADS.search(sentence.lower()) or _GIVES.match(sentence) or _ONLY.search(sentence)
    if speaks and (said := subject(sentence))[0]:
        return said
    by = _BY.search(sentence)
    given = subject(sentence[by.end() :]) if by else ((), ())
    if not given[0] and (done := _DONE_BY.search(sentence)):
        given = (units(done["who"]), ())
    return given if given[0] else None


def _first_doer(sentences: Sequence[str], calendar: Calendar) -> Units:
    """Who does what the first sentence tells, with the day: "Các công đoàn tặng quà từ ngày 1/5"."""
    first = next(iter(sentences), "")
    given = task_of(first) if days_in(first, calendar) else None
    return (given[0], given[1]) if given else ((), ())


def venue(item: Item, calendar: Calendar) -> Said | None:
    """Return the place that the item names, or the sentences under it that say when and where."""
    if match := _VENUE.search(_QUOTES.sub("", item.text)):
        return Said(match["place"].strip(" ,"), item.line, item.section)
    held = [each for each in item.below() if _is_part(each, calendar) or _has_rounds(each)]
    if (place := places(child.text for child in held)) and _are_several(held):
        return Said(bare_place(place), held[0].line, item.section)
    if visits := _day_by_day(item, calendar):
        return visits
    for sentence, child in _told(item):
        if place := _of_sentence(sentence, calendar):
            return Said(place, child.line, item.section)
    return None


def _are_several(held: Sequence[Item]) -> bool:
    """Whether there are several rounds, in items of their own or in the sentences of one."""
    return len(held) > 1 or any(_has_rounds(each) for each in held)


def _has_rounds(item: Item) -> bool:
    return sum(bool(part.name) for part in sessions(item.text)) > 1


def _is_part(item: Item, calendar: Calendar) -> bool:
    """Whether an item is a part of the activity above it: "Chung kết: ngày 24/5, tại …"."""
    head, colon, rest = item.text.partition(":")
    named = colon and len(head.split()) <= _PART_WORDS and days_in(rest, calendar)
    return is_session(item.text) or bool(named)


def _of_sentence(sentence: str, calendar: Calendar) -> str:
    """Where something takes place: after "tại", or right after the hour and the day."""
    bare = _QUOTES.sub("", sentence)
    dates = days_in(bare, calendar)
    match = _VENUE.search(bare)
    if match and (dates or _HELD.search(bare[: match.start()].lower())):
        return without_number(match["place"]).strip(" ,")
    after = bare[dates[0].offset + dates[0].length :] if dates else ""
    beside = _BESIDE.match(after)
    return without_number(beside["place"]).strip() if beside else ""


def _day_by_day(item: Item, calendar: Calendar) -> Said | None:
    """The places of a list of days: "Ngày 6/4: Nhà văn hóa xã A"."""
    found = [
        child
        for child in item.children
        if (dates := days_in(child.text, calendar))
        and dates[0].offset == 0
        and _SITE.match(child.text[dates[0].length :])
    ]
    texts = (without_number(child.text.strip(" .;")) for child in found)
    text = "; ".join(re.sub(r"\s+:\s*", ": ", each) for each in texts)
    return Said(text, found[0].line, item.section) if len(found) > 1 else None


def invited(item: Item) -> Said | None:
    """Return who takes part: "Khách mời gồm Thường trực Tỉnh ủy, …"."""
    for child in item.below():
        if match := _INVITED.search(child.text):
            return Said(match["who"].strip(), child.line, item.section)
    return None


def _told(item: Item) -> Iterator[tuple[str, Item]]:
    """The sentences under an item, without those of its own numbered items."""
    for child in item.children:
        for sentence in _SENTENCE.split(child.text):
            if sentence.strip():
                yield sentence.strip(), child
