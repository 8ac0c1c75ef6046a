"""Text that was typed for the fonts of the time before Unicode: TCVN3 (.VnTime) and VNI.

Such text is letters of Western Europe that only the font draws as Vietnamese ones.
"""

import re
from typing import Literal

Encoding = Literal["tcvn3", "vni"]

_TCVN3 = str.maketrans(
    "µ¸¶·¹¨»¾¼½Æ©ÇÊÈÉË®ÌÐÎÏÑªÒÕÓÔÖ×ÝØÜÞßãáâä«åèæçé¬êíëìîïóñòô\u00adõøö÷ùúýûüþ¡¢§£¤¥¦",
    "àáảãạăằắẳẵặâầấẩẫậđèéẻẽẹêềếểễệìíỉĩịòóỏõọôồốổỗộơờớởỡợùúủũụưừứửữựỳýỷỹỵĂÂĐÊÔƠƯ",
)
_TONES = "øùûõï"
_VNI_VOWELS = {
    **{f"a{mark}": letter for mark, letter in zip(_TONES, "àáảãạ", strict=True)},
    **{f"a{mark}": letter for mark, letter in zip("êèéúüë", "ăằắẳẵặ", strict=True)},
    **{f"a{mark}": letter for mark, letter in zip("âàáåãä", "âầấẩẫậ", strict=True)},
    **{f"e{mark}": letter for mark, letter in zip(_TONES, "èéẻẽẹ", strict=True)},
    **{f"e{mark}": letter for mark, letter in zip("âàáåãä", "êềếểễệ", strict=True)},
    **{f"o{mark}": letter for mark, letter in zip(_TONES, "òóỏõọ", strict=True)},
    **{f"o{mark}": letter for mark, letter in zip("âàáåãä", "ôồốổỗộ", strict=True)},
    **{f"ô{mark}": letter for mark, letter in zip(_TONES, "ờớởỡợ", strict=True)},
    **{f"u{mark}": letter for mark, letter in zip(_TONES, "ùúủũụ", strict=True)},
    **{f"ö{mark}": letter for mark, letter in zip(_TONES, "ừứửữự", strict=True)},
    **{f"y{mark}": letter for mark, letter in zip(_TONES, "ỳýỷỹ ", strict=True) if letter != " "},
    **dict(zip("ñôöæóòî", "đơưỉĩịỵ", strict=True)),
}
_VNI = _VNI_VOWELS | {old.upper(): new.upper() for old, new in _VNI_VOWELS.items()}
_VNI_LETTERS = re.compile("|".join(sorted(map(re.escape, _VNI), key=len, reverse=True)))

_UNICODE = re.compile("[\u1ea0-\u1ef9ăđơưĂĐƠƯ]|[a-zA-Z][\u0300-\u0323]")
_ONLY_TCVN3 = re.compile("[µ¸¶·¹¨»¾¼½©®ª«¬§¡¢£¤¥¦×÷](?=[a-z])|(?<=[a-zA-Z])[µ¸¶·¹¨»¾¼½©®ª«¬×÷]")
_ONLY_VNI = re.compile("[aeoyuôöAEOYUÔÖ][øùûõïâåäØÙÛÕÏÂÅÄ]|[ñÑöÖ]")
_CAPITAL = re.compile("[A-Z]")
_SMALL = re.compile("[a-z]")
_AMONG_CAPITALS = re.compile(r"\b[^\W\d_a-z]*[A-Z][^\W\d_a-z]*[A-Z][^\W\d_a-z]*\b")
_OFTEN = 0.02


def encoding_of(text: str) -> Encoding | None:
    """Return the encoding that `text` was typed in, before Unicode; None where it is Unicode."""
    letters = sum(character.isalpha() for character in text)
    counts: dict[Encoding, int] = {
        "tcvn3": len(_ONLY_TCVN3.findall(text)),
        "vni": len(_ONLY_VNI.findall(text)),
    }
    likeliest: Encoding = max(counts, key=lambda each: counts[each])
    proper = len(_UNICODE.findall(text))
    if counts[likeliest] < max(3, _OFTEN * letters) or proper > counts[likeliest]:
        return None
    return likeliest


def is_unicode(text: str) -> bool:
    """Say whether `text` has letters that none of the old fonts has."""
    return _UNICODE.search(text) is not None


def to_unicode(text: str, encoding: Encoding) -> str:
    """Return `text`, typed in `encoding`, in Unicode (NFC)."""
    if encoding == "tcvn3":
        return "\n".join(_from_tcvn3(line) for line in text.split("\n"))
    return _VNI_LETTERS.sub(lambda match: _VNI[match[0]], text)


def _from_tcvn3(line: str) -> str:
    """A line of TCVN3, which has marked capitals in a font of their own only: "KÕ HO¹CH"."""
    converted = line.translate(_TCVN3)
    if len(_CAPITAL.findall(line)) > 1 and not _SMALL.search(line):
        return converted.upper()
    return _AMONG_CAPITALS.sub(lambda word: word[0].upper(), converted)


def modern(text: str) -> str:
    """Return `text` in Unicode, whatever it was typed in."""
    encoding = encoding_of(text)
    return to_unicode(text, encoding) if encoding else text
