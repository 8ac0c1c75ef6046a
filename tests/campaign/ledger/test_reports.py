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
        "HTX mình nộp rồi nhé",
        "hồ sơ nộp xong rồi ạ",
        "đã gửi hồ sơ rồi ạ",
        "đã nộp báo cáo lúc 8 giờ",
        "we have handed in",
        "I've handed in our file",
        "Our cooperative has submitted its dossier",
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
        "đã nộp hồ sơ, bao giờ có kết quả",
        "nộp rồi có rút được không",
        "chưa nộp xong",
        "đã gửi câu hỏi rồi",
        "nộp hồ sơ",
        "have you handed in?",
        "who has submitted",
        "we have not submitted yet",
        "when must it be handed in",
        "đã họp",
        "",
        "đã nộp " + "và nói nhiều chuyện khác " * 4,
    ],
)
def test_a_question_is_no_report(text: str) -> None:
    assert not says_handed_in(text)
