"""Text of the fonts before Unicode is recognised and converted."""

import pytest

from campaign.language.old_fonts import encoding_of, modern, to_unicode

SENTENCE = "Thực hiện Kế hoạch của Liên minh Hợp tác xã về tổ chức Tháng hành động"
TCVN3 = "Thùc hiÖn KÕ ho¹ch cña Liªn minh Hîp t¸c x· vÒ tæ chøc Th¸ng hµnh ®éng"
VNI = "Thöïc hieän Keá hoaïch cuûa Lieân minh Hôïp taùc xaõ veà toå chöùc Thaùng haønh ñoäng"


@pytest.mark.parametrize(("typed", "encoding"), [(TCVN3, "tcvn3"), (VNI, "vni"), (SENTENCE, None)])
def test_an_encoding_is_recognised(typed: str, encoding: str | None) -> None:
    assert encoding_of(typed) == encoding
    assert modern(typed) == SENTENCE


def test_every_letter_of_tcvn3_is_another_letter() -> None:
    letters = "µ¸¶·¹¨»¾¼½Æ©ÇÊÈÉË®ÌÐÎÏÑªÒÕÓÔÖ×ÝØÜÞßãáâä«åèæçé¬êíëìîïóñòô\u00adõøö÷ùúýûüþ¡¢§£¤¥¦"
    converted = to_unicode(letters, "tcvn3")
    assert len(set(converted)) == len(letters)
    assert set("àáảãạăắằẳẵặâầấẩẫậđèéẻẽẹêềếểễệìíỉĩịòóỏõọôồốổỗộơờớởỡợùúủũụưừứửữựỳýỷỹỵ") <= set(
        converted
    )


def test_capitals_of_vni_become_capitals() -> None:
    assert to_unicode("KEÁ HOAÏCH ÑAÏI HOÄI", "vni") == "KẾ HOẠCH ĐẠI HỘI"


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("KÕ HO¹CH", "KẾ HOẠCH"),
        ("§¶NG Bé TØNH", "ĐẢNG BỘ TỈNH"),
        ("Uû ban nh©n d©n", "Uỷ ban nhân dân"),
        ("Lµ §¶ng viªn", "Là Đảng viên"),
        ("Liªn minh HTX vµ UBND", "Liên minh HTX và UBND"),
        ("V. TæNG KÕT\nvµ tæng kÕt", "V. TỔNG KẾT\nvà tổng kết"),
    ],
)
def test_small_letters_among_capitals_of_tcvn3_become_capitals(typed: str, meant: str) -> None:
    assert to_unicode(typed, "tcvn3") == meant


@pytest.mark.parametrize("text", ["", "abc", "naïve café à la carte", "Năm mới", "1.000.000 đ"])
def test_other_text_stays_as_it_is(text: str) -> None:
    assert modern(text) == text
