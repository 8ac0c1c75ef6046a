"""What offices deal with, in full and as it is shortened: "khoa học và công nghệ" is "KH&CN"."""

_FIELDS = (
    ("khoa học và công nghệ", "kh cn", "khcn"),
    ("giáo dục và đào tạo", "gd đt", "gdđt"),
    ("nông nghiệp và phát triển nông thôn", "nông nghiệp và ptnt", "nn ptnt", "nnptnt"),
    ("nông nghiệp và môi trường", "nn mt", "nnmt"),
    ("tài nguyên và môi trường", "tn mt", "tnmt"),
    ("văn hóa thể thao và du lịch", "vhtt dl", "vhttdl", "vh tt dl"),
    ("văn hóa thông tin và thể thao", "vhtt tt", "vhtttt"),
    ("văn hóa và thông tin", "vh tt", "vhtt"),
    ("lao động thương binh và xã hội", "lđ tb xh", "lđtb xh", "lđtbxh"),
    ("kế hoạch và đầu tư", "kh đt", "khđt"),
    ("tài chính kế hoạch", "tc kh", "tckh"),
    ("kinh tế và hạ tầng", "kt ht", "ktht"),
    ("thông tin và truyền thông", "tt tt", "tttt"),
    ("trồng trọt và bảo vệ thực vật", "tt bvtv", "ttbvtv"),
    ("chăn nuôi và thú y", "cn ty", "cnty"),
    ("phát triển nông thôn", "ptnt"),
    ("bảo vệ thực vật", "bvtv"),
    ("công nghệ thông tin", "cntt"),
    ("an toàn vệ sinh thực phẩm", "atvstp"),
    ("an toàn thực phẩm", "attp"),
    ("liên hiệp phụ nữ", "lhpn"),
    ("cựu chiến binh", "ccb"),
    ("mặt trận tổ quốc", "mttq"),
    ("chỉ huy quân sự", "chqs"),
    ("quản lý thị trường", "qltt"),
    ("kiểm soát bệnh tật", "ksbt"),
    ("liên đoàn lao động", "lđlđ"),
    ("hội nông dân", "hnd"),
    ("ngân hàng chính sách xã hội", "ngân hàng csxh", "nhcsxh"),
    ("ủy ban nhân dân", "ubnd"),
    ("hợp tác xã", "htx"),
)
_BEGINNINGS = (("trung tâm", "tt"), ("chi cục", "cc"), ("liên minh", "lm"), ("ban quản lý", "bql"))
_PLACES = ("tỉnh", "huyện", "thị xã", "thành phố")
_ENOUGH = 3


def template_of(name: str) -> str:
    """Return a template of an office's name, of which the words are in small letters and parted by
    single blanks: with all forms of what it deals with, and with its place left out.
    """
    text = f" {name} "
    for forms in _FIELDS:
        every = tuple(dict.fromkeys((*forms, forms[0].replace(" và ", " "))))
        found = next((form for form in every if f" {form} " in text), "")
        if found and "(" not in text:
            text = text.replace(f" {found} ", f" ({'|'.join(every)}) ", 1)
    for forms in _BEGINNINGS:
        found = next((form for form in forms if text.startswith(f" {form} ")), "")
        if found:
            text = f" ({'|'.join(forms)}) {text[len(found) + 2 :]}"
    for place in _PLACES:
        if text.endswith(f" {place} ") and len(name.split()) > _ENOUGH:
            text = f"{text[: -len(place) - 2]} {_optional(place)}"
    return " ".join(text.split())


def _optional(words: str) -> str:
    return f"({words})?"
