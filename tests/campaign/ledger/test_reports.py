import pytest

from campaign.ledger.reports import says_handed_in


@pytest.mark.parametrize(
    "text",
    [
        "đã nộp",
        "đã nộp hồ sơ",
        "da nop hs roi a",
        "HTX Hoa Sen đã nộp hồ sơ CoopGold rồi ạ",
        "bên mình đã nộp xong",
        "Báo cáo ad, nhóm đã nộp hồ sơ sáng nay",
    ],
)
def test_a_member_tells_that_they_have_handed_in(text: str) -> None:
    assert says_handed_in(text)


@pytest.mark.parametrize(
    "text",
    [
        "đã nộp hồ sơ chưa",
        "HTX nào đã nộp?",
        "ai đã nộp hồ sơ",
        "bao nhiêu HTX đã nộp",
        "nếu đã nộp rồi thì sao",
        "đã nộp hồ sơ thì làm gì tiếp",
        "hạn nộp hồ sơ khi nào",
        "nộp hồ sơ",
        "đã họp",
        "",
        "đã nộp " + "và nói nhiều chuyện khác " * 4,
    ],
)
def test_a_question_is_no_report(text: str) -> None:
    assert not says_handed_in(text)
