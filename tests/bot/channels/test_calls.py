"""Calls as they are kept: what is read back is what was meant."""

import pytest

from bot.channels.calls import Call, calls, fetch_of, made_of
from campaign.messages import Bold, Chat, Fetch, Made, SendFile


@pytest.mark.parametrize("kind", ["photo", "document"])
def test_a_file_is_kept_by_name_and_without_its_content(kind: str) -> None:
    made = Made(kind, "progress", ("nam-dinh-2024", "vi"))  # type: ignore[arg-type]  # one of both
    caption = ("Tiến độ ", Bold("Nam Định <2024>"))

    (call,) = calls(SendFile(Chat(7, "private", thread=5), made, caption))

    assert call.method == f"send{kind.capitalize()}"
    assert call.parameters == {
        "chat_id": 7,
        "caption": "Tiến độ Nam Định <2024>",
        "message_thread_id": 5,
        "made": [kind, "progress", "nam-dinh-2024", "vi"],
    }
    assert made_of(Call.from_json(call.to_json())) == made


def test_a_file_without_words_has_no_caption() -> None:
    (call,) = calls(SendFile(Chat(7, "private"), Made("document", "template", ("x", "en"))))

    assert set(call.parameters) == {"chat_id", "made"}


def test_an_errand_is_kept_like_a_call() -> None:
    errand = Fetch(Chat(7, "private"), 12, 7, "BQ-1", "cooperatives", ("nam-dinh-2024", "sure"))

    (call,) = calls(errand)

    assert call.chat_id == 7
    assert fetch_of(Call.from_json(call.to_json())) == errand
