"""What an activity is called: a short name, and what else people may say for it."""

import re
from collections.abc import Iterator

from campaign.language.patterns import phrase
from campaign.language.text import fold
from campaign.plan.events import EVENTS

_OPENING = re.compile(
    phrase(
        r"^(?:tổ chức(?: thực hiện| triển khai| thành công| tốt)?|triển khai(?: thực hiện| tổ chức)?|thực hiện(?: tốt)?|tiến hành|chủ động)"
        r"(?: (?:các hoạt động|công tác|việc))?\s+(?=\w+,? \w)"
    )
)
_AIM = re.compile(
    phrase(
        r"(?:,|;| -|\.)? (?:nhằm|gắn với|để|do (?=\S+ (?:\S+ ){0,8}tổ chức)|với chủ đề|trên địa bàn|theo (?:quy định|nghị định|quyết định|kế hoạch|chỉ đạo|hướng dẫn)"
        r"|bằng nhiều hình thức|phù hợp với|kịp thời bằng|nhân dịp|chào mừng|hướng tới|có nội dung|bảo đảm|đảm bảo|góp phần) "
    )
)
_BRACKETS = re.compile(r"\s*\([^()]*\)|\s*\([^()]*$")
_QUOTED = re.compile(r"[“\"«]([^”\"»“]{3,80})[”\"»]")
_ACRONYM = re.compile(r"\((?:[^()]{0,40}?(?:là|tắt|:)\s*)?([A-ZĐ][A-ZĐ&\d]{1,9})\)")
_LONGEST = 75
_ENOUGH = 28
_MIDDLE = 48
_LOOSE_END = re.compile(
    phrase(
        r"(?:[,;]? (?:và|với|của|có|cho|tại|ở|về|trong|năm|trên|từ|đến|trước|do|theo|là|các|những|một|số|được|nhất|nhất là|lần thứ|lần|cùng|để|bằng|như))+$"
    ),
    re.IGNORECASE,
)
_EVENT = re.compile(phrase(rf"(?<!\w)(?:{'|'.join(EVENTS)})(?!\w)"))
_GROUNDS = re.compile(r"(?:Trên cơ sở|Căn cứ|Sau khi|Trước khi|Để|Theo) ")
_DOER = re.compile(
    r"(?:[Cc]ác (?:cơ quan|đơn vị|sở|phòng|ban|xã|cấp|địa phương)|Ủy ban|Uỷ ban|UBND|Sở|Ban|Phòng|Văn phòng|Hội|Đoàn|Công an|Liên minh)(?!\w)"
)
_DOES = re.compile(
    r" (?:tổ chức|triển khai|thực hiện|xây dựng|chủ trì|huy động|tiến hành|phối hợp|tham mưu|ban hành|rà soát|tham gia)(?!\w)"
)
_HELD = re.compile(
    r"(?:lễ|vòng|buổi|phiên(?! chợ)|lớp|giải|ngày hội|cuộc)\s+(?P<what>[^\W\d]+\s+[^\W\d]+)",
    re.IGNORECASE,
)
_TURN = re.compile(
    r"(?P<what>đợt|vòng|giai đoạn|bước|chặng|kỳ|lần|buổi|phiên)\s+0?(?P<number>\d{1,2})(?!\w|/)",
    re.IGNORECASE,
)


_TAKES_PART = re.compile(r"(?:tham gia|tham dự|dự)\s+", re.IGNORECASE)
_BRAND = re.compile(r"[A-Z]\w*[a-z]\w*[A-Z]\w*")
_FIRST = re.compile(
    r"(?P<one>\w+(?: \w+){2,6}?)(?:,| và| thực hiện| triển khai| nhằm| về| của) (?=\w)"
)
_EITHER = re.compile(r"(?P<one>\w+) và \w+ \w+ với (?P<what>.+)")


def short_name(title: str) -> str:
    """Return the title for a list or a button: without its opening verb, its aim and brackets."""
    text = " ".join(title.split()).strip(" .;:,")
    bare = _BRACKETS.sub("", _without_opening(_without_preamble(text))).strip(" ,;:")
    if aim := next((m for m in _AIM.finditer(bare.lower()) if m.start() >= _ENOUGH), None):
        bare = bare[: aim.start()].strip(" ,;:-")
    if len(bare) > _LONGEST:
        bare = _shortened(bare)
    return _capitalised(bare or text)


def _without_preamble(text: str) -> str:
    """What is to be done, without the grounds and without who does it."""
    rest = text
    if _GROUNDS.match(text):
        rest = text.partition(", ")[2] or text
    verb = _DOES.search(rest)
    if _DOER.match(rest) and verb and verb.start() < _LONGEST:
        rest = rest[verb.start() :].strip()
    return rest if len(rest) > _ENOUGH // 2 else text


def _without_opening(text: str) -> str:
    match = _OPENING.match(text.lower())
    return text[match.end() :] if match else text


def _capitalised(text: str) -> str:
    return text[:1].upper() + text[1:]


def _shortened(text: str) -> str:
    """The words up to a sign, or as many as there is room for and make sense at the end."""
    signs = [
        m.start()
        for m in re.finditer(r"[;,:]\s|\s[-–]\s", text)
        if _MIDDLE <= m.start() <= _LONGEST
    ]
    kept = text[: signs[-1]] if signs else text[: _LONGEST + 1].rsplit(" ", 1)[0]
    for opening, closing in (("“", "”"), ('"', '"')):
        at = kept.rfind(opening)
        if at > _ENOUGH and (
            kept.count('"') % 2 if opening == closing else closing not in kept[at:]
        ):
            kept = kept[:at]
    return _LOOSE_END.sub("", kept.strip(' ,;:-–“"')).strip(" ,;:-–")


def aliases(title: str) -> tuple[str, ...]:
    """Return further names that a title holds: what it quotes, its acronyms, its kind of event."""
    acronyms = (match[1] for match in _ACRONYM.finditer(title))
    found = [*_quotes(title), *acronyms, *_heads(title), *_turns(title), *_visits(title)]
    found += _first_parts(title)
    name = fold(short_name(title))
    return tuple(dict.fromkeys(each for each in found if fold(each) != name))


def _quotes(title: str) -> Iterator[str]:
    """What the title quotes, and the brand in it: "CoopGold" of "CoopGold Awards"."""
    for match in _QUOTED.finditer(title):
        yield match[1].strip()
        yield from _BRAND.findall(match[1])


def _first_parts(title: str) -> Iterator[str]:
    """What comes first of several things: "Mở tài khoản" of "Mở tài khoản và phát hành thẻ"."""
    name = short_name(title)
    if (match := _FIRST.match(name)) and "“" not in match[0]:
        yield match["one"]


def _turns(title: str) -> Iterator[str]:
    """ "Đợt 01" as it is printed, and as it is said."""
    if match := _TURN.match(title):
        yield match[0]
        yield f"{match['what']} {match['number']}"


def _heads(title: str) -> Iterator[str]:
    """The event that a title speaks of first: "Hội thao" of "Hội thao chào mừng …"."""
    bare = _without_opening(title)
    bare = bare[match.end() :] if (match := _TAKES_PART.match(bare)) else bare
    match = _EVENT.match(bare.lower())
    if match and match.end() < len(bare):
        yield bare[: match.end()]
    if (held := _HELD.match(bare)) and held.end() < len(bare):
        yield held[0]
    if held:
        yield held["what"]


def _visits(title: str) -> Iterator[str]:
    """What people say for "Thăm và làm việc với các hợp tác xã"."""
    bare = _without_opening(title)
    if bare.lower().startswith("thăm"):
        yield "đi thăm"
        if " làm việc với " in bare:
            yield "thăm và làm việc"
    if match := _EITHER.fullmatch(bare):
        yield f"{match['one']} {match['what']}"


def awards(text: str) -> Iterator[str]:
    """Yield names of awards that are quoted in `text`."""
    for match in _QUOTED.finditer(text):
        before = re.split('[”"»]', fold(text[max(0, match.start() - 60) : match.start()]))[-1]
        if re.search(
            r"\b(?:giai thuong|giai|cup|danh hieu|huy hieu|ngoi sao)\b[^.;]*$", before
        ) or ("award" in match[1].lower()):
            yield match[1].strip()
