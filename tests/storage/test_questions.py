import datetime

from sqlalchemy import select

from campaign.messages import Chat
from storage import chats, questions
from storage.database import Unit
from storage.questions import QuestionRecord
from storage.tables import QUESTIONS

NOW = datetime.datetime(2024, 3, 8, 5, tzinfo=datetime.UTC)


def test_a_question_is_logged_with_what_was_understood_and_without_who_asked(unit: Unit) -> None:
    text = "'; DROP TABLE questions; -- hạn nộp 🌾?"
    chats.meet(unit, Chat(-1, "group"), NOW)

    questions.add(
        unit, QuestionRecord(NOW, -1, "nam-dinh-2024", text, "when", (3, 7), "vi", answered=True)
    )
    questions.add(
        unit, QuestionRecord(NOW, -1, "nam-dinh-2024", "?", "unclear", (), "en", answered=False)
    )

    assert [row._asdict() for row in unit.connection.execute(select(QUESTIONS))] == [
        {
            "id": 1,
            "asked_at": NOW,
            "chat_id": -1,
            "campaign": "nam-dinh-2024",
            "text": text,
            "intent": "when",
            "activities": [3, 7],
            "language": "vi",
            "answered": True,
        },
        {
            "id": 2,
            "asked_at": NOW,
            "chat_id": -1,
            "campaign": "nam-dinh-2024",
            "text": "?",
            "intent": "unclear",
            "activities": [],
            "language": "en",
            "answered": False,
        },
    ]
