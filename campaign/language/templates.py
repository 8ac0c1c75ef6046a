"""Sentence templates as data: "(khi|lúc) nào" stands for "khi nào" and "lúc nào"."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from campaign.language.words import Word, words

_PART = re.compile(r"\(([^()]*)\)(\?)?|([^()\s]+)")


class Found(NamedTuple):
    """`label` stands for the words from `start` up to but not including `end`; `slips` of them
    were typed with other diacritics.
    """

    label: str
    start: int
    end: int
    slips: int = 0

    @property
    def length(self) -> int:
        """How many words the phrase has."""
        return self.end - self.start


class _Node:
    __slots__ = ("ends", "next", "shared")

    def __init__(self, *, alone: bool = False) -> None:
        self.next: dict[str, list[tuple[str, _Node]]] = {}
        """By the folded word: how it is marked, and what follows it."""
        self.ends: list[str] = []
        self.shared: dict[Word, _Node] | None = {} if alone else None
        """What follows by one word alone, for all templates; None where several ways lead here."""


class Phrases:
    """Labelled phrases, found in a sentence in one pass over its words."""

    def __init__(
        self,
        labelled: Mapping[str, Iterable[str]],
        *,
        forgiving: int = 3,
        strict: Iterable[str] = (),
    ) -> None:
        """`labelled` maps a label to its templates.

        A phrase of `forgiving` words is also found with one word whose diacritics were typed
        wrongly, a longer one with more. Labels that begin with one of `strict` want the
        diacritics of a single word typed: "vay" may be "vậy".
        """
        self._root = _Node(alone=True)
        self._forgiving = forgiving
        self._strict = tuple(strict)
        for label, templates in labelled.items():
            for template in templates:
                self._add(label, template)

    def _add(self, label: str, template: str) -> None:
        """Grow the graph by a template: by its size, not by the number of phrases that it stands
        for. Templates share what they begin with.
        """
        open_ends = [self._root]
        parts = _parts(template) if "(" in template else [([template], False)]
        for options, optional in parts:
            if (
                len(options) == len(open_ends) == 1
                and not optional
                and open_ends[0].shared is not None
            ):
                open_ends = [self._grown(open_ends[0], words(options[0]))]
                continue
            joint = _Node()
            for option in options:
                for node in open_ends:
                    self._chain(node, words(option), joint)
            open_ends = [*open_ends, joint] if optional else [joint]
        for node in open_ends:
            if node is not self._root:
                node.ends.append(label)

    def _grown(self, node: _Node, phrase: Sequence[Word]) -> _Node:
        """Return where `phrase` leads from `node`, by nodes that other templates share."""
        for each in phrase:
            shared = node.shared
            following = shared.get(each) if shared is not None else None
            if following is None:
                following = _Node(alone=True)
                node.next.setdefault(each.folded, []).append((each.marked, following))
                if shared is not None:
                    shared[each] = following
            node = following
        return node

    def _chain(self, node: _Node, phrase: tuple[Word, ...], joint: _Node) -> None:
        if phrase:
            last = self._grown(node, phrase[:-1])
            last.next.setdefault(phrase[-1].folded, []).append((phrase[-1].marked, joint))

    def find(self, sentence: Sequence[Word]) -> list[Found]:
        """Return every phrase found anywhere in `sentence`, overlapping ones included."""
        return list(dict.fromkeys(self._found(sentence)))

    def _found(self, sentence: Sequence[Word]) -> Iterator[Found]:
        for start, first in enumerate(sentence):
            if first.folded not in self._root.next:
                continue
            paths = [(self._root, 0)]
            for end, said in enumerate(sentence[start:], start + 1):
                paths = self._step(paths, said)
                if not paths:
                    break
                yield from (
                    Found(label, start, end, slips)
                    for node, slips in paths
                    if node.ends and (not slips or end - start >= self._forgiving + slips - 1)
                    for label in node.ends
                    if end - start > 1 or not self._too_vague(label, node, said)
                )

    def _too_vague(self, label: str, node: _Node, said: Word) -> bool:
        """Whether a single bare word stands for one that has diacritics, and must not."""
        if said.marked or not label.startswith(self._strict):
            return False
        known = self._root.next[said.folded]
        return not any(node is each and not marked for marked, each in known)

    def _step(self, paths: list[tuple[_Node, int]], said: Word) -> list[tuple[_Node, int]]:
        return [
            (following, slips + slip)
            for node, slips in paths
            for marked, following in node.next.get(said.folded, ())
            if slips + (slip := said.marked not in ("", marked)) < self._forgiving
        ]


def _parts(template: str) -> Iterator[tuple[list[str], bool]]:
    for match in _PART.finditer(template):
        yield (match[1].split("|") if match[1] is not None else [match[3]]), bool(match[2])


def longest(found: Iterable[Found], weak: tuple[str, ...] = ()) -> list[Found]:
    """Keep the longest phrases where several overlap, in the order of the sentence.

    A slip counts as a word less. Of phrases of one length, those whose labels begin with one of
    `weak` give way. Phrases of the same words are all kept: one may mean two things.
    """
    kept: list[Found] = []
    taken: set[tuple[int, int]] = set()
    covered: set[int] = set()
    for each in sorted(
        dict.fromkeys(found), key=lambda f: (f.slips - f.length, f.label.startswith(weak), f.start)
    ):
        place = (each.start, each.end)
        if place in taken or covered.isdisjoint(range(*place)):
            kept.append(each)
            taken.add(place)
            covered.update(range(*place))
    return sorted(kept, key=lambda f: f.start)
