import pytest

from handlers.addressing import Speech, read


@pytest.mark.parametrize(
    ("text", "speech"),
    [
        ("11/4 có gì?", Speech("11/4 có gì?")),
        ("", Speech("")),
        ("/help", Speech("/help", word="help")),
        ("  /help  ", Speech("/help", word="help")),
        ("/LICH tháng 4", Speech("/LICH tháng 4", word="LICH", argument="tháng 4")),
        ("/lịch\ntháng 4", Speech("/lịch\ntháng 4", word="lịch", argument="tháng 4")),
        ("/hoi@HTX_Bot ở đâu", Speech("/hoi@HTX_Bot ở đâu", True, "hoi", "ở đâu")),
        ("/hoi@other_bot ở đâu", Speech("/hoi@other_bot ở đâu", False, "hoi", "ở đâu", True)),
        ("/hoi@htx_bots", Speech("/hoi@htx_bots", False, "hoi", "", True)),
        # Telegram shows no command in these.
        ("/11/4 có gì", Speech("/11/4 có gì")),
        ("/home/an/anh.jpg", Speech("/home/an/anh.jpg")),
        ("/", Speech("/")),
        ("xem /lich", Speech("xem /lich")),
        # Mentions anywhere, in any case, but whole.
        ("@htx_bot tuần sau có gì", Speech("tuần sau có gì", True)),
        ("@HTX_BOT, tuần sau có gì?", Speech("tuần sau có gì?", True)),
        ("tuần sau có gì @htx_bot", Speech("tuần sau có gì", True)),
        ("này @htx_bot ơi", Speech("này   ơi", True)),
        ("@htx_bot", Speech("", True)),
        ("@htx_bot /lich tháng 4", Speech("/lich tháng 4", True, "lich", "tháng 4")),
        ("/lich tháng 4 @htx_bot", Speech("/lich tháng 4", True, "lich", "tháng 4")),
        ("@htx_bot2 ơi", Speech("@htx_bot2 ơi")),
        ("thư của an@htx_bot", Speech("thư của an@htx_bot")),
        ("t.me/@htx_bot", Speech("t.me/@htx_bot")),
        ("htx_bot ơi", Speech("htx_bot ơi")),
    ],
)
def test_a_text_is_read_for_whom_it_speaks_to(text: str, speech: Speech) -> None:
    assert read(text, "htx_bot") == speech


def test_a_megabyte_without_a_mention_is_read_at_once() -> None:
    text = "@htx_bo " * 125_000

    assert read(text, "htx_bot") == Speech(text.strip())
