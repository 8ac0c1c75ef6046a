"""The units that are in charge of an activity, and those that help."""

import re
from collections.abc import Iterable, Iterator

from campaign.language.patterns import phrase
from campaign.reader.stops import sentences

_HEADS = (
    r"văn phòng|phòng|sở|ban|ủy ban|uỷ ban|ubnd|ubmttq|mttq|mặt trận|liên minh|lmhtx|liên hiệp|liên đoàn|quỹ|câu lạc bộ|clb"
    r"|trung tâm|công an|báo|đài|đoàn|tỉnh đoàn|thành đoàn|huyện đoàn|hội|hiệp hội|tổng cục|cục|chi cục|viện|trường|bệnh viện"
    r"|ngân hàng|bộ|bộ chỉ huy|tòa án|viện kiểm sát|thanh tra|kho bạc|bảo hiểm|bưu điện|công ty|doanh nghiệp|hợp tác xã|htx"
    r"|tổ|thường trực|đảng ủy|tỉnh ủy|thành ủy|huyện ủy|các|những|cơ quan|đơn vị|tập đoàn|vnpt|viettel|chi nhánh|đảng bộ|chi bộ"
    r"|chi đoàn|thị đoàn|quận đoàn|điện lực|trạm|hạt|đội|tt|cc|lm|lđlđ|hnd|ban chấp hành|bch|xã|phường|thị trấn|cán bộ|lãnh đạo|toàn thể|đồng chí|khối|nhà|thư viện|bảo tàng"
)
_HEAD = re.compile(phrase(rf"(?:{_HEADS})(?!\w)"))
_STRONG = re.compile(
    r"(?:Văn phòng|Phòng|Sở|Ban|Ủy ban|Uỷ ban|UBND|UBMTTQ|MTTQ|Mặt trận|Liên minh|LMHTX|Liên hiệp|Liên đoàn|Quỹ"
    r"|Câu lạc bộ|CLB|Trung tâm|Công an|Báo|Đài|Đoàn|Tỉnh đoàn|Thành đoàn|Hội|Hiệp hội|Cục|Chi cục|Viện|Trường|Bệnh viện|Ngân hàng"
    r"|Bộ|Thanh tra|Kho bạc|Bảo hiểm|Bưu điện|Công ty|Công đoàn|VNPT|Viettel|Huyện đoàn|Thị đoàn|Quận đoàn|Điện lực|Trạm|Hạt|Đội"
    r"|TT(?= [A-ZĐ])|CC(?= [A-ZĐ])|LM(?= HTX)|LĐLĐ|HND|Nhà (?:văn hóa|thi đấu|hát|thiếu nhi)|Thư viện|Bảo tàng|Đảng ủy|Chi đoàn|Khối|câu lạc bộ|trung tâm|doanh nghiệp|hợp tác xã"
    r"|[Cc]ác|phòng(?= [A-ZĐ])|cơ quan|[Ll]iên hiệp|HTX|Tổ(?! chức))(?!\w)"
)
_AFTER_AND = re.compile(
    r"(?:Văn phòng|Phòng|Sở|Ban|Ủy ban|Uỷ ban|UBND|UBMTTQ|Mặt trận|Liên minh|LMHTX|Liên đoàn|Trung tâm|Công an|Đoàn|Tỉnh đoàn|Hội"
    r"|Hiệp hội|Cục|Chi cục|Ngân hàng|Bộ|Thanh tra|Kho bạc|Báo|Đài|[Cc]ác|VNPT|Viettel|Trường|Công ty|[Tt]rưởng|lãnh đạo)(?!\w)"
)
_LEADING = re.compile(
    phrase(
        r"(?:là (?:đơn vị |cơ quan )?)?(?:làm )?(?:đầu mối,?\s?)?(?:chủ trì|chịu trách nhiệm(?: chính)?|phụ trách|tham mưu|đầu mối)"
    )
)
_WITH = re.compile(
    phrase(
        r"(?:,|;|:|-|–|và| )*(?<!quan\shệ\s)(?<!chương\strình\s)(?<!quy\schế\s)(?<!công\stác\s)(?:phối hợp|kết hợp)(?: chặt chẽ)?(?: (?:với|cùng với|cùng|của|giữa))?:?(?!\w)"
    )
)
_HELPING = re.compile(
    r"(?:^|[;,]\s*)(?P<who>(?:(?!chủ trì)[^;]){3,120}?)(?<!,)\s+(?:(?:tham gia\s+|cùng\s+)?phối hợp(?!\s+(?:với|cùng|giữa))|cùng\s+(?:thực hiện|tham gia|triển khai))(?:\s+[^,;.]{2,40}?)?\s*(?=[;.]|$)"
)
_JOINED = re.compile(r"[;•]|\s[+]\s|\n")
_COMMA = re.compile(r",\s+(?=\S)|\s+(?:và|cùng)\s+(?=\S)")
_COUNCIL = re.compile(r"(?:VP|Văn phòng)\s+(?:HĐND|Hội đồng nhân dân)$")
_WORK = re.compile(
    phrase(
        r"(?:,)? (?:chủ trì|tham mưu|thực hiện|tiến hành|rà soát|tổ chức thực hiện|tổ chức triển khai|triển khai|xây dựng"
        r"|hướng dẫn|theo dõi|đảm nhiệm|tự(?= tổ chức| thực hiện| làm| dọn)|(?<!chính\s)(?<!phòng\s)tổng hợp|đăng tải|đăng ký|chịu trách nhiệm|phụ trách|có trách nhiệm|tuyên truyền|báo cáo|phối hợp"
        r"|tham gia|huy động|ban hành|theo chức năng|căn cứ|chủ động|tích cực|(?<!ác\s)(?<!ơ\s)(?<!ung\s)(?<!ao\s)cấp|chỉ đạo|làm đầu mối|là đơn vị|là cơ quan)(?!\w)"
    )
)
_ORGANISES = re.compile(
    phrase(
        r" (?:tổ chức|thẩm định|kiểm tra|hỗ trợ|thành lập|cung cấp|lựa chọn|phát động|chuẩn bị|bố trí|phân công)(?= \w)"
    )
)
_DOES = re.compile(
    phrase(
        r" (?:biên soạn|vận hành|làm sạch|ra quân|mở|bình chọn|tuyển chọn|lắp đặt|hoàn thiện|cập nhật|số hóa|nâng cấp|mua sắm|phát hành"
        r"|công bố|trình|đề xuất|khảo sát|đôn đốc|duy trì|đẩy mạnh|tăng cường|nâng cao|phổ biến|quán triệt|tiếp nhận|cấp phát|trao|treo"
        r"|trang trí|thu gom|trồng|tặng|thăm|bảo đảm|đảm bảo|tiếp tục|nghiên cứu|lập|soạn thảo|lồng ghép|giới thiệu|quảng bá|trưng bày"
        r"|phát sóng|in|sưu tầm|phân bổ|quyết toán|phát|đưa|cử|gửi|nộp|giải ngân|xét|vận động|kiểm tra|giám sát|thanh tra)(?= \w)"
    )
)
"""What units do that no unit is called after; searched in sentences about a task."""
_HELPS_OUT = re.compile(
    r"\s(?:dẫn đường|lo|giữ|trực|đón tiếp|chấm|phục vụ|quay phim|đưa tin)(?!\w)"
)
_TOLD = re.compile(r"(?:Giao|Đề nghị|Yêu cầu|Phân công|giao|đề nghị|phân công)(?: cho)?:?\s+")
_FILLER = re.compile(
    phrase(
        r"^(?:giao|do|mời|đề nghị|phân công|giao cho|gồm|là|với|cùng|và|các đơn vị:|cơ quan:|đơn vị:)[: ]+"
    )
)
_ASKED = re.compile(r"^\s*(?:mời|đề nghị)\s+", re.IGNORECASE)
_CALLED = re.compile(r"\s*\((?:sau đây )?(?:gọi|viết|được gọi) (?:chung |tắt )?[^()]{0,60}\)")
_NAME_LENGTH = 130


def leading_and_coordinating(text: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return who leads and who coordinates, of "Sở A chủ trì, phối hợp với Sở B và các xã".

    Without "chủ trì" and "phối hợp" all are leading.
    """
    whole = "; ".join(sentences(" ".join(text.split())))
    helpers = [match["who"] for match in _HELPING.finditer(whole)]
    if helpers:
        rest = _HELPING.sub("; ", whole)
        return units(_subject(rest)), together(units(who) for who in helpers)
    found = _WITH.search(whole.lower())
    if found is None:
        return units(_subject(whole)), ()
    before, after = whole[: found.start()], whole[found.end() :]
    if not before.strip(" ,;:-–"):
        return (), units(after)
    return units(_subject(before)), units(_object(after))


def units(text: str) -> tuple[str, ...]:
    """Return the names in a list of units: "Văn phòng, các sở, ban, ngành và Hội Nông dân" has
    three, since a comma parts them only before what can be a unit by itself.
    """
    found = [name for part in _JOINED.split(text) for name in _by_comma(_ASKED.sub("", part))]
    cleaned = [_bare(name) for name in found]
    return tuple(dict.fromkeys(name for name in cleaned if name))


def subject(text: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return who leads and who coordinates where a sentence begins with who does it."""
    start = text.lstrip().split(". ")[0]
    given = _TOLD.match(start)
    if not _STRONG.match(start[given.end() :] if given else start):
        return (), ()
    end = _WORK.search(start)
    if end is None or end.start() > _NAME_LENGTH:
        return (), ()
    lead, coordinating = leading_and_coordinating(start)
    return lead, together([coordinating, tuple(_at_their_side(start))])


def _at_their_side(sentence: str) -> Iterator[str]:
    """Who has another task in the same sentence: "Đoàn xã chủ trì, Công an xã dẫn đường"."""
    lead = _LEADING.search(sentence)
    for clause in re.split(r"[,;]\s+", sentence[lead.end() :])[1:] if lead else ():
        verbs = [
            m.start() for p in (_WORK, _ORGANISES, _DOES, _HELPS_OUT) if (m := p.search(clause))
        ]
        if _STRONG.match(clause) and verbs and "phối hợp" not in clause:
            yield from units(clause[: min(verbs)])


def task_of(text: str) -> tuple[tuple[str, ...], tuple[str, ...], str] | None:
    """Return who leads, who coordinates and the task of a sentence that begins with who does it."""
    told = _TOLD.match(text)
    start = text[told.end() :] if told else text
    if not _STRONG.match(start):
        return None
    whole = start.split(". ")[0]
    lead = _LEADING.search(whole)
    verbs = [m.start() for p in (_WORK, _ORGANISES, _DOES) if (m := p.search(whole))]
    ends = [lead.start()] if lead else verbs
    if not ends or min(ends) > _NAME_LENGTH:
        return None
    end = min(ends)
    joint = _WITH.search(whole.lower(), end)
    if joint and joint.start() <= (lead.end() if lead else end) + 2:
        rest = whole[joint.end() :]
        helping = [m.start() for p in (_WORK, _ORGANISES, _DOES) if (m := p.search(rest, 3))]
        if not helping:
            return None
        return units(whole[:end]), units(rest[: min(helping)]), rest[min(helping) :].strip(" ,:")
    return units(whole[:end]), (), whole[lead.end() if lead else end :].strip(" ,:")


def _subject(text: str) -> str:
    """What stands before the verb of each clause: "Sở A rà soát…; các xã rà soát…"."""
    return "; ".join(_before_work(clause) for clause in text.split(";"))


def _before_work(clause: str) -> str:
    verbs = [m for m in (_LEADING.search(clause), _WORK.search(clause)) if m]
    match = min(verbs, key=lambda verb: verb.start(), default=None)
    if match and not clause[: match.start()].strip(" ,;:-–+"):
        return clause[match.end() :]
    return clause[: match.start()] if match else clause


def _object(text: str) -> str:
    """The units before what they are to do: "các sở và các xã triển khai thực hiện"."""
    sentence = text.split(". ", maxsplit=1)[0]
    ends = [m.start() for p in (_WORK, _ORGANISES) if (m := p.search(sentence, 3))]
    return sentence[: min(ends)] if ends else sentence


def _by_comma(text: str) -> Iterator[str]:
    start = 0
    for match in _COMMA.finditer(text):
        following = text[match.end() :]
        enough = _STRONG if match[0].lstrip().startswith(",") else _AFTER_AND
        before = text[start : match.start()]
        if _COUNCIL.search(before) and following.startswith(("UBND", "Ủy ban", "Uỷ ban")):
            continue  # one office serves the council and the committee
        if enough.match(following) and _is_unit(before):
            yield before
            start = match.end()
    yield text[start:]


def _is_unit(text: str) -> bool:
    """Whether `text` stands by itself: "Sở Giáo dục" does, and so does "các sở, ban"."""
    return bool(_HEAD.match(text.strip(" -–+").lower()))


def _bare(name: str) -> str:
    name = _CALLED.sub("", name).strip(" .,;:-–+*/\u200b")
    name = (
        _FILLER.sub("", name) if name[:1].islower() or name.startswith(("Giao ", "Do ")) else name
    )
    previous = None
    while previous != name:
        previous = name
        name = name.strip(" .,;:-–+*/")
        name = re.sub(r"^(?:Giao|giao|Do|do|Mời|mời|và|với|cùng)\s+", "", name)
        name = re.sub(r"(?<!các)(?<!những)\s+tổ chức(?: thực hiện)?$", "", name)
        name = re.sub(r"\s+(?:và|để|cùng|với|đã|sẽ|chủ trì|thực hiện|phối hợp)$", "", name)
    if name.count("(") != name.count(")"):
        name = name.rstrip("()").strip()
    return name if any(c.isalpha() for c in name) else ""


def together(groups: Iterable[tuple[str, ...]]) -> tuple[str, ...]:
    """Return the names of all groups, each once."""
    return tuple(dict.fromkeys(name for group in groups for name in group))
