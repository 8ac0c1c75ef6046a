"""The days that people in Vietnam call by name, each under its month and day.

Only what hangs on every household's wall: the days of a plan are in the plan.
"""

SOLAR: dict[tuple[int, int], tuple[str, ...]] = {
    (2, 14): ("lễ tình nhân", "valentine", "valentine's day"),
    (3, 8): ("quốc tế phụ nữ", "women's day", "international women's day"),
    (4, 30): ("ngày giải phóng miền nam", "ngày thống nhất đất nước", "reunification day"),
    (5, 1): ("quốc tế lao động", "labour day", "labor day", "international labour day"),
    (6, 1): ("quốc tế thiếu nhi", "tết thiếu nhi", "children's day"),
    (7, 27): ("ngày thương binh liệt sĩ", "ngày thương binh liệt sỹ"),
    (8, 19): ("cách mạng tháng tám", "cách mạng tháng 8"),
    (9, 2): ("quốc khánh", "national day"),
    (10, 20): ("ngày phụ nữ việt nam", "ngày phụ nữ vn"),
    (11, 20): ("ngày nhà giáo", "ngày nhà giáo việt nam", "ngày nhà giáo vn", "teachers' day"),
    (12, 22): ("ngày thành lập quân đội",),
    (12, 25): ("giáng sinh", "noel", "nô-en", "nô en", "christmas", "christmas day", "xmas"),
    (12, 31): ("new year's eve",),
}
"""Names of solar days. "Phụ nữ Việt Nam" alone is an association, so that some need "ngày"."""

LUNAR: dict[tuple[int, int], tuple[str, ...]] = {
    (1, 15): ("tết nguyên tiêu",),
    (3, 10): ("giỗ tổ", "giỗ tổ hùng vương", "quốc giỗ", "lễ hội đền hùng", "hung kings' day"),
    (4, 15): ("phật đản",),
    (5, 5): ("tết đoan ngọ", "đoan ngọ"),
    (7, 15): ("vu lan", "xá tội vong nhân"),
    (8, 15): ("trung thu", "tết trung thu", "mid-autumn", "mid-autumn festival"),
    (12, 23): ("ông công ông táo", "ông táo", "ông công"),
}
"""Names of lunar days."""
