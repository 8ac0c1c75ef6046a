"""The numbers that Word writes before paragraphs by itself: "I.", "1.2.", "a)", "-"."""

import re
from typing import Any

from docx.oxml.ns import qn

_ROMAN = ((10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"))
_PLAIN_BULLETS = "-–—+*•"
_STYLES_DEEP = 10


class Numbering:
    """Counts the numbered paragraphs of a document, in the order in which they are asked for."""

    def __init__(self, opened: Any) -> None:
        self._levels: dict[str, dict[int, tuple[str, str, int]]] = {}
        self._lists: dict[str, str] = {}
        self._counts: dict[str, dict[int, int]] = {}
        self._styles = {style.get(qn("w:styleId")): style for style in opened.styles.element}
        try:
            root = opened.part.numbering_part.element
        except (NotImplementedError, KeyError):
            return  # a document without any list
        for abstract in root.iterchildren(qn("w:abstractNum")):
            self._levels[abstract.get(qn("w:abstractNumId"))] = _levels(abstract)
        for num in root.iterchildren(qn("w:num")):
            target = num.find(qn("w:abstractNumId"))
            if target is not None:
                self._lists[num.get(qn("w:numId"))] = target.get(qn("w:val"))

    def label(self, paragraph: Any) -> str:
        """Return what stands before `paragraph`; empty where nothing does. Counts it."""
        number, level = self._place(paragraph)
        levels = self._levels.get(self._lists.get(number, ""), {})
        if level not in levels:
            return ""
        kind, pattern, start = levels[level]
        if kind == "bullet":
            return (
                pattern
                if pattern in _PLAIN_BULLETS and pattern
                else ("+" if pattern == "o" else "-")
            )
        if kind == "none":
            return ""
        counts = self._counts.setdefault(self._lists[number], {})
        counts[level] = counts.get(level, start - 1) + 1
        for deeper in [each for each in counts if each > level]:
            del counts[deeper]
        return re.sub(r"%(\d)", lambda m: self._said(levels, counts, int(m[1]) - 1), pattern)

    def _said(
        self, levels: dict[int, tuple[str, str, int]], counts: dict[int, int], level: int
    ) -> str:
        kind, _, start = levels.get(level, ("decimal", "", 1))
        return _written(counts.get(level, start), kind)

    def _place(self, paragraph: Any) -> tuple[str, int]:
        """The list and the level of a paragraph, its own or those of its style."""
        properties = paragraph.find(qn("w:pPr"))
        for _ in range(_STYLES_DEEP):
            if properties is None:
                return "", 0
            numbered = properties.find(qn("w:numPr"))
            if numbered is not None:
                number, level = numbered.find(qn("w:numId")), numbered.find(qn("w:ilvl"))
                if number is not None:
                    return number.get(qn("w:val")), int(
                        level.get(qn("w:val"))
                    ) if level is not None else 0
            properties = self._of_style(properties)
        return "", 0

    def _of_style(self, properties: Any) -> Any:
        named = properties.find(qn("w:pStyle"))
        if named is None:
            return None
        style = self._styles.get(named.get(qn("w:val")))
        return style.find(qn("w:pPr")) if style is not None else None


def _levels(abstract: Any) -> dict[int, tuple[str, str, int]]:
    found = {}
    for level in abstract.iterchildren(qn("w:lvl")):
        kind, text, start = (level.find(qn(f"w:{name}")) for name in ("numFmt", "lvlText", "start"))
        found[int(level.get(qn("w:ilvl")))] = (
            kind.get(qn("w:val")) if kind is not None else "decimal",
            text.get(qn("w:val")) or "" if text is not None else "",
            int(start.get(qn("w:val"))) if start is not None else 1,
        )
    return found


def _written(number: int, kind: str) -> str:
    match kind:
        case "lowerLetter" | "upperLetter":
            letter = chr(ord("a") + (number - 1) % 26)
            return letter.upper() if kind == "upperLetter" else letter
        case "lowerRoman" | "upperRoman":
            roman = _roman(number)
            return roman.lower() if kind == "lowerRoman" else roman
        case "decimalZero":
            return f"{number:02}"
    return str(number)


def _roman(number: int) -> str:
    written = ""
    for value, letters in _ROMAN:
        while number >= value:
            written += letters
            number -= value
    return written
