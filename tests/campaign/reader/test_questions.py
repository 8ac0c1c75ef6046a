"""A plan that was read answers the questions of members, though nobody wrote a rule for it.

Each line of the table names a document, a day, a question, and what its answer holds.
"""

import datetime
from functools import cache
from pathlib import Path

import pytest

from campaign.language.text import fold
from campaign.messages import plain
from campaign.plan.model import Activity
from campaign.reader.plans import plan_of
from campaign.reader.reading import read
from campaign.reader.texts import document_of
from campaign.talk.conversation import ask
from campaign.talk.handbook import Handbook
from tests.campaign.talk.tables import Row, reasons, rows

FOLDERS = (
    Path(__file__).parent / "samples",
    *(Path(__file__).parents[4] / "shared" / name for name in ("plans", "plans-real")),
)
DAY = datetime.date(2024, 3, 1)
QUESTIONS = rows(Path(__file__).parent / "questions.jsonl")


def document(name: str) -> Path | None:
    files = (folder / f"{name}.{kind}" for folder in FOLDERS for kind in ("txt", "md"))
    return next((file for file in files if file.is_file()), None)


@cache
def handbook(file: Path) -> Handbook:
    return Handbook.of(plan_of(read(document_of(file.read_text("utf-8"))), "read"))


@pytest.mark.parametrize("row", QUESTIONS, ids=[f"{r['plan']}: {r['text']}" for r in QUESTIONS])
def test_a_question_is_answered_from_the_plan_that_was_read(row: Row) -> None:
    file = document(row["plan"])
    if file is None:
        pytest.skip("the shared documents are not here")
    today = datetime.date.fromisoformat(row["today"])
    told = plain(ask(handbook(file), row["text"], today).reply.text)
    assert not reasons(row, told), f"{row['text']!r} was answered {told!r}"


def asked(activity: Activity, side: str) -> tuple[str, str]:
    """A question about the activity under its name, and what its answer holds."""
    none = "Kế hoạch không nêu"
    match side:
        case "when":
            times = activity.times
            return f"{activity.name} khi nào?", times[0].text.rstrip(". ") if times else none
        case "where":
            place = activity.place
            return f"{activity.name} ở đâu?", place.text.rstrip(". ") if place else none
    return f"Đơn vị nào chủ trì {activity.name}?", activity.lead[0] if activity.lead else none


@pytest.mark.parametrize("side", ["when", "where", "lead"])
@pytest.mark.parametrize("accents", [True, False], ids=["accented", "bare"])
@pytest.mark.parametrize("name", sorted({row["plan"] for row in QUESTIONS}))
def test_each_activity_tells_when_where_and_who(name: str, side: str, accents: bool) -> None:
    file = document(name)
    if file is None:
        pytest.skip("the shared documents are not here")
    book = handbook(file)
    wrong = [
        f"{question}: {told}"
        for activity in book.plan.activities
        for question, expected in [asked(activity, side)]
        for told in [
            plain(
                ask(book, question if accents else fold(question), book.plan.date or DAY).reply.text
            )
        ]
        if fold(expected) not in fold(told)
    ]
    assert wrong == []
