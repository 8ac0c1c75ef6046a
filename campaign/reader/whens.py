"""When an activity takes place: what its labels say, and else its sentences."""

import re
from collections.abc import Iterator
from dataclasses import replace

from campaign.language.patterns import phrase
from campaign.plan.model import Time, TimeKind
from campaign.reader.findings import When
from campaign.reader.labels import Labelled, is_of_entry
from campaign.reader.outline import Item
from campaign.reader.parts import Parts, round_of, told, values
from campaign.reader.sessions import is_session, sessions
from campaign.reader.stops import last_sentence, sentences
from campaign.reader.times import Calendar, times_of, times_within

_DUE = re.compile(phrase(r"hoàn thành|thời hạn|^hạn"))
_ENTERS = re.compile(
    phrase(
        r"đăng ký|(?:gửi|nộp|nhận) (?:\S+ ){0,4}?(?:hồ sơ|danh sách|bài|tác phẩm|video|ảnh|sản phẩm|câu hỏi)|hồ sơ (?:\S+ ){0,4}gửi"
    )
)
_LOOSE = re.compile(
    r"[,;]?\s(?:(?:chậm nhất|muộn nhất|hạn cuối|bắt đầu|xong|vào|về|là|thì|và)[,;]?\s?)+$"
)
_SCOPE = 15
_BRIEF = 14
"""How many words a sentence has that says nothing but when."""
_DEPENDS = re.compile(
    phrase(
        r"(?:thời gian|thực hiện|tổ chức|triển khai|tiến hành)(?!\w)[^.;:]{0,40}(?:khi có|sau khi|(?:thông báo|báo) sau|thường xuyên|theo (?:kế hoạch|thông báo|lịch) của)"
    )
)
_CLOCK = re.compile(r"\d\s?(?:h|giờ|g|:\d)", re.IGNORECASE)
_BEGINS = re.compile(
    r"(?:[Bb]ắt đầu|[Kk]hai mạc|[Tt]ập trung)\s(?:vào\s)?(?:lúc\s)?(?P<hour>\d{1,2}\s?(?:h|giờ|g)\s?(?:\d{2}(?!\d))?(?:\sphút)?)(?=\s?[,;.(]|\s(?:tại|ở)\s|$)"
)


def whens(item: Item, parts: Parts, calendar: Calendar) -> list[When]:
    """Return the times of an activity, in the order of the document.

    Beside labels, those of its rounds count, and until when one enters; all that it mentions does
    where labels tell no more than that.
    """
    timed = [(part, holder) for part, holder in parts if "time" in part.sides]
    found = [when for part, holder in timed for when in _labelled(part, holder, calendar)]
    seen = {(when.time.start, when.time.end) for when in found}
    mentioned = list(_mentioned(item, parts, calendar))
    everything = all(is_of_entry(part.label) for part, _ in timed)
    for when, round_of_it in mentioned:
        days = (when.time.start, when.time.end)
        if days in seen or (len(mentioned) > 1 and _names_a_day(when, item)):
            continue
        if everything or round_of_it or _is_entry(when):
            found.append(when)
    if not found:
        return list(_without_days(item))[:1]
    if len(found) == 1:
        found = [_with_hour(found[0], item)]
    return sorted(found, key=lambda when: when.line)


def _without_days(item: Item) -> Iterator[When]:
    """When it takes place, of a sentence below that names no day: "Thực hiện khi có tài trợ"."""
    for each in item.below():
        for sentence in sentences(each.text):
            said = sentence.strip(" .;")
            if len(said.split()) <= _BRIEF and _DEPENDS.match(said.lower()):
                kind: TimeKind = "ongoing" if "thường xuyên" in said.lower() else "conditional"
                yield When(Time(text=said, kind=kind), each.line, each.paragraph.text)


def _with_hour(when: When, item: Item) -> When:
    """The only day of an activity with the hour that a sentence below says by itself."""
    time = when.time
    begins = [match for each in item.below() if (match := _BEGINS.search(each.text))]
    if time.kind != "on" or _CLOCK.search(time.text) or len(begins) != 1:
        return when
    return replace(when, time=time.model_copy(update={"text": f"{begins[0]['hour']} {time.text}"}))


def _labelled(part: Labelled, holder: Item, calendar: Calendar) -> Iterator[When]:
    label = part.label.lower()
    due, tentative = bool(_DUE.search(label)), "dự kiến" in label
    name = part.label if is_of_entry(part.label) else round_of(holder)
    for text, line in values(part, holder):
        for time in times_of(text, calendar, due=due, tentative=tentative):
            scoped = time.model_copy(update={"scope": name}) if name and not time.scope else time
            yield When(scoped, _line_of(time, holder, line), holder.paragraph.text)


def _mentioned(item: Item, parts: Parts, calendar: Calendar) -> Iterator[tuple[When, bool]]:
    """The times that sentences mention, and whether they are of a round of the activity."""
    labels = told(parts, item)
    timed = {id(holder) for part, holder in parts if "time" in part.sides}
    for each in (item, *item.below()):
        if id(each) in timed or any(id(up) in timed & labels for up in each.above()):
            texts = [p.value for p, holder in parts if holder is each and not p.label]
        else:
            texts = [each.text]
        for text in texts:
            rounds = sessions(text)
            whole = each is item and len(rounds) == 1
            for name, said in rounds:
                for time in times_within(text if whole else said, calendar):
                    when = _told(time, text, each, item, "" if whole else name)
                    yield when, is_session(each.text)


def _told(time: Time, text: str, each: Item, item: Item, name: str) -> When:
    told = next((each for each in sentences(text) if time.text in each), text)
    tentative = time.tentative or "dự kiến" in told.lower()
    scope = "" if each is item and text == item.text else _scope(time, text)
    if not scope.lower().startswith(name.lower()):
        scope = name
    final = time.model_copy(update={"tentative": tentative, "scope": scope or time.scope})
    return When(final, _line_of(time, each, each.line), each.paragraph.text)


def _scope(time: Time, text: str) -> str:
    """What a time is about: the words before a colon, or what is to be handed in until then."""
    before = last_sentence(text[: max(text.find(time.text), 0)]).rpartition(";")[2]
    head, colon, _ = before.partition(":")
    if colon and 1 < len(head.split()) <= _SCOPE:
        return head.strip()
    if time.kind == "deadline" and _ENTERS.search(before.lower()):
        kept = _LOOSE.sub("", before.lower())
        scope = before[: len(kept)].strip(" ,;:–-")
        return scope[:1].upper() + scope[1:]
    return ""


def _names_a_day(when: When, item: Item) -> bool:
    """Whether the day stands in brackets after a name: "hưởng ứng Ngày Môi trường (05/6): …"."""
    return bool(re.search(rf"\([^()\d]*{re.escape(when.time.text)}\)", item.text))


def _is_entry(when: When) -> bool:
    time = when.time
    return time.kind == "deadline" and bool(time.scope and _ENTERS.search(time.scope.lower()))


def _line_of(time: Time, holder: Item, line: int) -> int:
    """The line that the words of a time begin on; `line` where they are not as printed."""
    at = holder.paragraph.text.find(time.text)
    return holder.paragraph.line_at(at) if at >= 0 else line
