"""Reading a long plan document: how long it takes, and what is left of its memory."""

import gc
import os
import time
from pathlib import Path

from benchmarks.figures import table
from bot.documents.apart import read_bytes
from tests.bot.documents.files import PAGE_LINES, pdf, word

_PAGES = 60
_WIDTH = 80
_ROUNDS = 5
_ITEM = (
    "{n}. Tổ chức hội nghị tập huấn số {n} về chuyển đổi số cho các hợp tác xã",
    "- Nội dung: Hướng dẫn các hợp tác xã lập hồ sơ, quảng bá và bán sản phẩm trên các sàn",
    "thương mại điện tử; trao đổi kinh nghiệm giữa các hợp tác xã trong và ngoài tỉnh.",
    "- Thời gian: Ngày {day}/{month}/2026",
    "- Địa điểm: Hội trường số {n}, trụ sở Liên minh Hợp tác xã tỉnh",
    "- Đơn vị chủ trì: Văn phòng; đơn vị phối hợp: Phòng Phong trào, các hợp tác xã.",
)
_HEAD = ("KẾ HOẠCH", "Tập huấn chuyển đổi số năm 2026", "I. NỘI DUNG HOẠT ĐỘNG")


def report() -> str:
    """Return the figures of a PDF and of a Word file of 60 pages, read as the bot reads them."""
    lines = _lines(_PAGES * PAGE_LINES)
    pages = [lines[n : n + PAGE_LINES] for n in range(0, len(lines), PAGE_LINES)]
    before = _memory()
    rows = [_row("PDF", pdf(pages), "x.pdf"), _row("Word", word(lines), "x.docx")]
    gc.collect()
    left = (_memory() - before) / 1024
    rows.append(["memory afterwards", f"{left:+.1f} MB", "within 30 MB"])
    return table(f"Reading {_PAGES} pages", [["", "figure", "goal"], *rows])


def _row(kind: str, data: bytes, name: str) -> list[str]:
    taken = []
    for _ in range(_ROUNDS):
        start = time.perf_counter()
        found = read_bytes(data, name)
        taken.append(time.perf_counter() - start)
    told = f"{sorted(taken)[_ROUNDS // 2]:.2f} s"
    return [f"{kind}, {len(found.activities)} activities", told, "under 3 s"]


def _lines(count: int) -> list[str]:
    lines = list(_HEAD)
    number = 0
    while len(lines) < count:
        number += 1
        day, month = number % 28 + 1, number % 12 + 1
        lines += [line.format(n=number, day=day, month=month) for line in _ITEM]
    return lines[:count]


def _memory() -> int:
    """The memory of this process, in kB."""
    pages = int(Path("/proc/self/statm").read_text("ascii").split()[1])
    return pages * os.sysconf("SC_PAGE_SIZE") // 1024
