"""What staff are told of what was read: contradictions, gaps, and what is not sure."""

from collections.abc import Mapping

from campaign.messages import Language
from campaign.reader.checks import Code, Problem

_SENTENCES: Mapping[Code, Mapping[Language, str]] = {
    "no_title": {
        "vi": "Không tìm thấy tên kế hoạch.",
        "en": "The plan's title was not found.",
    },
    "no_issuer": {
        "vi": "Không tìm thấy cơ quan ban hành.",
        "en": "The office that issued the plan was not found.",
    },
    "no_number": {
        "vi": "Văn bản không có số, ký hiệu.",
        "en": "The document has no number.",
    },
    "no_date": {
        "vi": "Văn bản không ghi ngày ban hành.",
        "en": "The document has no date.",
    },
    "no_signer": {
        "vi": "Không tìm thấy người ký.",
        "en": "Nobody was found who signed it.",
    },
    "no_activities": {
        "vi": "Không tìm thấy hoạt động nào.",
        "en": "No activity was found.",
    },
    "no_time": {
        "vi": "Hoạt động “{activity}” không có thời gian.",
        "en": "The activity “{activity}” has no time.",
    },
    "no_lead": {
        "vi": "Hoạt động “{activity}” không ghi đơn vị chủ trì.",
        "en": "The activity “{activity}” names no leading unit.",
    },
    "same_name": {
        "vi": "Hai hoạt động cùng tên “{activity}”; hoạt động kia ở dòng {other}.",
        "en": "Two activities have the name “{activity}”; the other is on line {other}.",
    },
    "early_deadline": {
        "vi": "Hạn của “{activity}” là {day}, trước ngày ban hành {date}.",
        "en": "The deadline of “{activity}” is {day}, before the plan's own date {date}.",
    },
    "early_time": {
        "vi": "“{activity}” kết thúc ngày {day}, trước ngày ban hành {date}.",
        "en": "“{activity}” ends on {day}, before the plan's own date {date}.",
    },
    "other_year": {
        "vi": "“{activity}” ghi năm {year}, khác năm {plan_year} của kế hoạch.",
        "en": "“{activity}” is dated {year}, and the plan is for {plan_year}.",
    },
    "wrong_weekday": {
        "vi": "“{said}”: ngày {day} là {weekday}.",
        "en": "“{said}”: {day} is a {weekday}.",
    },
    "no_such_day": {
        "vi": "“{said}”: không có ngày này.",
        "en": "“{said}”: there is no such day.",
    },
    "two_laws": {
        "vi": "{law} được nhắc với hai năm: {year} ở đây và {other_year} ở dòng {other}.",
        "en": "{law} is cited with two years: {year} here and {other_year} on line {other}.",
    },
    "outside_period": {
        "vi": "“{activity}” ({day}) nằm ngoài thời gian của kế hoạch ({start}–{end}).",
        "en": "“{activity}” ({day}) is outside the plan's period ({start}–{end}).",
    },
    "unread_time": {
        "vi": "“{activity}”: thời gian “{said}” không có ngày cụ thể.",
        "en": "“{activity}”: the time “{said}” names no day.",
    },
}
_WEEKDAYS: Mapping[Language, tuple[str, ...]] = {
    "vi": ("thứ Hai", "thứ Ba", "thứ Tư", "thứ Năm", "thứ Sáu", "thứ Bảy", "Chủ Nhật"),
    "en": ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"),
}


def told(problem: Problem, language: Language) -> str:
    """Return what is doubtful in words."""
    facts = dict(problem.facts)
    if "weekday" in facts:
        facts["weekday"] = _WEEKDAYS[language][int(facts["weekday"])]
    return _SENTENCES[problem.code][language].format(**facts)
