"""The tables of how people ask: well formed, alive, and known to the rules by their names."""

import ast
import importlib
import importlib.resources
import pkgutil
import re
from collections.abc import Iterable, Iterator, Mapping
from types import ModuleType

import pytest

from campaign.language.words import words
from campaign.talk import case, facets, reading, rules, telling
from campaign.talk.lexicon.attributes import ATTRIBUTES, TOLD_BY
from campaign.talk.lexicon.facets import FACETS
from campaign.talk.lexicon.gaps import GAPS
from campaign.talk.lexicon.glossary import GLOSSARY
from campaign.talk.lexicon.phrases import GENERAL
from campaign.talk.lexicon.shorthand import SHORTHAND
from campaign.talk.lexicon.smalltalk import FILLERS, OUTSIDE, SMALLTALK
from campaign.talk.lexicon.subjects import AWARD_NAMES, SUBJECTS
from campaign.talk.rules import smalltalk
from campaign.talk.spelling import spell_out
from tests.campaign.language.phrases import expand
from tests.campaign.talk.plans import handbook
from tests.campaign.talk.test_reading import reading as read

TABLES: Mapping[str, Iterable[str]] = {
    **{f"facet:{name}": templates for name, templates in FACETS.items()},
    **{f"subject:{name}": templates for name, templates in SUBJECTS.items()},
    **{f"attribute:{name}": templates for name, (_, _, templates) in ATTRIBUTES.items()},
    **{f"small:{name}": templates for name, templates in SMALLTALK.items()},
    **{f"award:{number}": names for number, names in enumerate(AWARD_NAMES)},
    "filler": FILLERS,
    "outside": OUTSIDE,
}
WELL_FORMED = re.compile(r"(?:[^()|?]|\([^()|?]+(?:\|[^()|?]+)*\)\??)+")
Loops = dict[str, ast.expr]
BY_GAPS_ALONE = {"facet:law_year"}
ROOMS = [
    *(case, facets, reading, telling),
    *(
        importlib.import_module(f"campaign.talk.rules.{room.name}")
        for room in pkgutil.iter_modules(rules.__path__)
    ),
]


@pytest.mark.parametrize("label", TABLES)
def test_templates_are_well_formed(label: str) -> None:
    """No parentheses within parentheses, no choice outside of them, no empty choice."""
    assert [each for each in TABLES[label] if not WELL_FORMED.fullmatch(each)] == []


@pytest.mark.parametrize("label", TABLES)
def test_every_phrase_is_found_when_somebody_types_it(label: str) -> None:
    """A phrase of which shorthand makes something else would never be found."""
    book = handbook("nam-dinh-2024")
    for template in TABLES[label]:
        for phrase in expand(template):
            language = reading.language_of(book, phrase)
            spelt = tuple(spell_out(book, iter(words(phrase)), language))
            whole = [f for f in GENERAL.find(spelt) if f.length == len(spelt)]
            assert label in {found.label for found in whole}, phrase


def test_no_phrase_is_listed_twice_under_one_name() -> None:
    for label in ("filler", *(name for name in TABLES if name.startswith("award:"))):
        templates = list(TABLES[label])
        assert sorted(set(templates)) == sorted(templates)


@pytest.mark.parametrize(
    ("label", "sentence"),
    [
        ("facet:where", "tổ chức ở những huyện xa nào"),
        ("facet:lead", "do cái phòng nào lo"),
        ("facet:law_year", "tập huấn luật htx của năm nào"),
        ("facet:over", "lễ phát động tổ chức hôm qua chưa"),
        ("attribute:dossier", "hồ sơ coopgold cần những giấy tờ gì"),
        ("attribute:link", "website của liên minh địa chỉ thế nào"),
        ("attribute:discipline", "thi môn thể thao nào"),
        ("subject:signer", "kế hoạch này là do người nào ký"),
        ("subject:recipients", "to whom was the plan sent"),
    ],
)
def test_words_that_stand_apart_are_seen_together(label: str, sentence: str) -> None:
    folded = " ".join(each.folded for each in read(sentence).words)
    assert GAPS[label].search(folded)


def test_gaps_have_names_of_the_lexicon() -> None:
    assert set(GAPS) <= set(TABLES) | BY_GAPS_ALONE


def test_a_thing_that_plans_seldom_state_has_a_name_in_both_languages() -> None:
    assert all(vietnamese and english for vietnamese, english, _ in ATTRIBUTES.values())
    assert all(templates for _, _, templates in ATTRIBUTES.values())
    assert set(TOLD_BY) <= set(ATTRIBUTES)


def test_shorthand_is_spelt_out_into_words_that_are_no_shorthand() -> None:
    for short, options in SHORTHAND.items():
        assert options
        assert len(options) == len(set(options))
        for option in options:
            assert short != option
            assert not [each.text for each in words(option) if each.text in SHORTHAND], short


def test_the_glossary_is_of_single_words() -> None:
    assert [word for word in GLOSSARY if len(words(word)) != 1] == []


def names_asked_for(room: ModuleType, kind: str) -> Iterator[str]:
    """What a room of rules compares with `case.facets`, or looks for in it."""
    for node, loops in _nodes(_tree(room.__name__), {}):
        for other in _beside(node, kind):
            through = loops.get(other.id, other) if isinstance(other, ast.Name) else other
            yield from _strings(room, through)


def _tree(module: str) -> ast.Module:
    path = f"{module.removeprefix('campaign.').replace('.', '/')}.py"
    return ast.parse(importlib.resources.files("campaign").joinpath(path).read_text("utf-8"))


def _nodes(node: ast.AST, loops: Loops) -> Iterator[tuple[ast.AST, Loops]]:
    """Every node beside what the names of the comprehensions around it run through."""
    generators: list[ast.comprehension] = getattr(node, "generators", [])
    named: Loops = {}
    for each in generators:
        first = each.target.elts[0] if isinstance(each.target, ast.Tuple) else each.target
        named |= {first.id: each.iter} if isinstance(first, ast.Name) else {}
    yield node, loops
    for child in ast.iter_child_nodes(node):
        yield from _nodes(child, {**loops, **named})


def _beside(node: ast.AST, kind: str) -> Iterator[ast.expr]:
    if isinstance(node, ast.Compare) and len(node.ops) == 1:
        sides = [node.left, node.comparators[0]]
    elif isinstance(node, ast.BinOp):
        sides = [node.left, node.right]
    else:
        return
    for side, other in (sides, sides[::-1]):
        if isinstance(side, ast.Attribute) and side.attr == kind:
            yield other


def _strings(room: ModuleType, expression: ast.expr) -> Iterator[str]:
    """The names that an expression stands for; of pairs (a table's items) the first ones."""
    try:
        value = eval(compile(ast.Expression(expression), room.__name__, "eval"), {**vars(room)})
    except NameError:  # a local name, which another comparison explains
        return
    for each in [value] if isinstance(value, str) else value:
        yield each[0] if isinstance(each, tuple) else each


def _called(name: str) -> Iterator[str]:
    """The names that are handed to a function of `facets`."""
    for node in ast.walk(_tree("campaign.talk.facets")):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == name:
            yield from (str(each.value) for each in node.args if isinstance(each, ast.Constant))


@pytest.mark.parametrize(
    ("kind", "called", "known"),
    [
        ("facets", "_asks", {*FACETS, "law_year"}),
        ("subjects", "_about", {*SUBJECTS}),
    ],
)
def test_the_rules_ask_for_the_names_of_the_lexicon_and_for_all_of_them(
    kind: str, called: str, known: set[str]
) -> None:
    asked = {name for room in ROOMS for name in names_asked_for(room, kind)} | {*_called(called)}
    assert asked - known == set()
    assert known - asked == set()


def test_small_talk_has_an_answer_for_each_of_its_names() -> None:
    assert set(smalltalk._INTENTS) == set(SMALLTALK)


def test_every_side_that_may_be_asked_back_is_one_of_the_lexicon() -> None:
    assert set(smalltalk._SIDES_ASKED) <= set(FACETS)
