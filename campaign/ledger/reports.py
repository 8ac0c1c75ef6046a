"""What members say when they have handed in: "htx hoa sen đã nộp hồ sơ rồi ạ"."""

from itertools import pairwise

from campaign.language.words import words

_LONGEST = 15
_HANDED_IN = frozenset(
    {
        *(("da", "nop"), ("nop", "roi"), ("nop", "xong")),
        *(("handed", "in"), ("has", "submitted"), ("have", "submitted")),
    }
)
_SENT = "da gui ho so"
_WHEN = ("bao", "gio")
_ASKING = frozenset(
    (
        "ai",
        "chua",
        "dau",
        "gi",
        "hay",
        "khong",
        "k",
        "ko",
        "khi",
        "lam",
        "may",
        "nao",
        "neu",
        "nhieu",
        "how",
        "if",
        "not",
        "what",
        "when",
        "where",
        "which",
        "who",
        "yet",
    )
)
"""With one of these it is a question, or about something else."""


def says_handed_in(text: str) -> bool:
    """Say whether `text` tells that something was handed in, and asks nothing."""
    said = [each.folded for each in words(text)]
    pairs = {*pairwise(said)}
    if len(said) > _LONGEST or asks(text) or _WHEN in pairs:
        return False
    return not _HANDED_IN.isdisjoint(pairs) or _SENT in " ".join(said)


def asks(text: str) -> bool:
    """Say whether `text` asks something, as far as its single words show."""
    return "?" in text or not _ASKING.isdisjoint(each.folded for each in words(text))
