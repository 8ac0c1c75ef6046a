"""A plan document that is published over the shipped plan answers as the shipped plan does.

The documents, and the questions that come with them, are not in the repository.
"""

import datetime
from collections.abc import Iterator
from functools import cache

import pytest

from bot.documents.opening import document_in
from campaign.messages import plain
from campaign.plan.inheritance import inherit, remember
from campaign.reader.plans import plan_of
from campaign.reader.reading import read
from campaign.talk.conversation import Context, ask
from campaign.talk.handbook import Handbook
from tests.bot.documents.files import paged, pdf, word
from tests.campaign.plan.plans import IDS, document, load, needs_documents
from tests.campaign.talk.tables import SHARED, Row, reasons, rows, table

pytestmark = [
    needs_documents,
    pytest.mark.skipif(not SHARED.is_dir(), reason="the shared questions are not here"),
]
KINDS = ("txt", "docx", "pdf")
OWN_TABLES = ("nam-dinh.jsonl", "hai-duong.jsonl", "more-questions.jsonl")
NOT_SINGLED_OUT = {"d07"}
"""The document says how programmes are signed under "Địa điểm", the file among what is done."""
LEAST = 0.98
"""The part of our own questions: they also ask for what somebody worked out of several lines."""


def bytes_of(campaign: str, kind: str) -> bytes:
    text = document(campaign)
    match kind:
        case "docx":
            return word(text.splitlines())
        case "pdf":
            return pdf(paged(text))
    return text.encode()


@cache
def published(campaign: str, kind: str) -> Handbook:
    found = read(document_in(bytes_of(campaign, kind), f"ke-hoach.{kind}"))
    shipped = load(campaign)
    return Handbook.of(inherit(remember(plan_of(found, campaign), shipped), shipped))


def wrong(kind: str, questions: list[Row]) -> Iterator[str]:
    for row in questions:
        context: Context | None = None
        today = datetime.date.fromisoformat(row["today"])
        for turn in row.get("turns", [row]):
            said = ask(published(row["campaign"], kind), turn["text"], today, context)
            context = said.context
            if reasons(turn, plain(said.reply.text)):
                yield row["id"]


@pytest.mark.parametrize("kind", KINDS)
def test_every_shared_question_is_answered_as_by_the_shipped_plan(kind: str) -> None:
    assert list(wrong(kind, rows(SHARED / "sample.jsonl"))) == []


@pytest.mark.parametrize("kind", KINDS)
def test_every_shared_dialogue_goes_as_with_the_shipped_plan(kind: str) -> None:
    assert set(wrong(kind, rows(SHARED / "dialogues.jsonl"))) <= NOT_SINGLED_OUT


@pytest.mark.parametrize("name", OWN_TABLES)
def test_nearly_all_of_our_own_questions_are_answered_alike(name: str) -> None:
    questions = [row for row in table(name) if row["campaign"] in IDS]
    missed = list(wrong("txt", questions))
    assert len(missed) <= (1 - LEAST) * len(questions), missed
