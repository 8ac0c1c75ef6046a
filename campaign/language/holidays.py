"""The days that Vietnamese people call by name, as patterns of `patterns.phrase`.

Only what the calendar of every household has: a plan's own days are in the plan.
"""

SOLAR: tuple[tuple[str, int, int], ...] = (
    (r"lễ tình nhân|valentine(?:'s day)?", 2, 14),
    (r"quốc tế phụ nữ|(?:international )?women'?s day", 3, 8),
    (r"giải phóng miền nam|thống nhất đất nước|reunification day", 4, 30),
    (r"quốc tế lao động|(?:international )?labou?r day|may day", 5, 1),
    (r"quốc tế thiếu nhi|tết thiếu nhi|children'?s day", 6, 1),
    (r"thương binh liệt (?:sỹ|sĩ)", 7, 27),
    (r"cách mạng tháng (?:tám|8)", 8, 19),
    (r"quốc khánh|(?:vietnam'?s )?national day", 9, 2),
    (r"phụ nữ việt nam|phụ nữ vn", 10, 20),
    (r"nhà giáo(?: việt nam| vn)?|teachers'? day", 11, 20),
    (r"thành lập quân đội", 12, 22),
    (r"giáng sinh|noel|nô-?en|christmas(?: day)?|xmas", 12, 25),
    (r"new year'?s eve", 12, 31),
)
"""Name, month and day of the solar year."""

ONLY_AS_DAY = ("phụ nữ", "nhà giáo", "thành lập", "giải phóng", "thống nhất", "thương binh")
"""Names that mean something else without "ngày" or "lễ" before them: "Hội Phụ nữ Việt Nam"."""

LUNAR: tuple[tuple[str, int, int], ...] = (
    (r"tết nguyên tiêu", 1, 15),
    (r"giỗ tổ(?: hùng vương)?|quốc giỗ|lễ hội đền hùng|(?:hung|hùng) kings?'? (?:day|festival|commemoration day)", 3, 10),
    (r"phật đản", 4, 15),
    (r"tết đoan ngọ|đoan ngọ", 5, 5),
    (r"vu lan|xá tội vong nhân", 7, 15),
    (r"(?:tết )?trung thu|mid-?autumn(?: festival)?", 8, 15),
    (r"ông công ông táo|(?:cúng )?ông táo|ông công", 12, 23),
)
"""Name, month and day of the lunar year."""
