"""Every question of the tables is answered as its row says."""

import datetime

import pytest

from campaign.messages import plain
from campaign.talk.conversation import Context, ask
from tests.campaign.talk.plans import handbook
from tests.campaign.talk.tables import SHARED, Row, reasons, rows, table

QUESTIONS = [
    pytest.param(row, id=row["id"])
    for name in ("nam-dinh.jsonl", "hai-duong.jsonl", "more-questions.jsonl")
    for row in table(name)
]
DIALOGUES = [
    pytest.param(row, id=row["id"])
    for name in ("dialogues.jsonl", "more-dialogues.jsonl")
    for row in table(name)
]


def day(row: Row) -> datetime.date:
    return datetime.date.fromisoformat(row["today"])


def answer(row: Row) -> str:
    return plain(ask(handbook(row["campaign"]), row["text"], day(row)).reply.text)


@pytest.mark.parametrize("row", QUESTIONS)
def test_question_is_answered_as_the_plan_says(row: Row) -> None:
    told = answer(row)
    assert told
    assert not reasons(row, told), f"{row['text']!r} was answered {told!r}"


@pytest.mark.parametrize("row", DIALOGUES)
def test_each_turn_of_a_dialogue_is_answered_in_its_context(row: Row) -> None:
    context: Context | None = None
    for turn in row["turns"]:
        said = ask(handbook(row["campaign"]), turn["text"], day(row), context)
        context = said.context
        told = plain(said.reply.text)
        assert not reasons(turn, told), f"{turn['text']!r} was answered {told!r}"


@pytest.mark.skipif(not SHARED.is_dir(), reason="the shared sample of questions is not here")
def test_shared_sample_is_all_right() -> None:
    wrong = [row["id"] for row in rows(SHARED / "sample.jsonl") if reasons(row, answer(row))]
    assert wrong == []


def test_a_wrong_answer_fails_its_row() -> None:
    row = {"must": ["28/3"], "must_any": [["Thứ Năm", "Thursday"]], "must_not": ["15/3"]}
    assert reasons(row, "Ngày 28/3, Thứ Năm") == []
    assert len(reasons(row, "trước 15/3")) == 3
