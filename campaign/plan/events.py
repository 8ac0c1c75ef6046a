"""Kinds of events that plans of offices hold."""

_CEREMONIES = (
    "phát động", "ra quân", "khai mạc", "bế mạc", "tổng kết", "trao giải", "kỷ niệm", "tôn vinh",
    "ký kết", "hưởng ứng", "khánh thành", "mít tinh", "diễu hành", "tuyên dương", "phát thưởng",
)  # fmt: skip

EVENTS = (
    *(f"lễ {each}" for each in _CEREMONIES),
    "hội thao", "hội thi", "hội chợ", "hội nghị", "hội thảo", "hội nghị tổng kết",
    "hội nghị sơ kết", "hội trại", "hội diễn", "ngày hội", "tuần lễ", "diễn đàn", "tọa đàm",
    "toạ đàm", "cuộc thi", "giải chạy", "giải bóng đá", "giải bóng chuyền", "giải cầu lông",
    "giải thể thao", "giải việt dã", "lớp tập huấn", "tập huấn", "phiên chợ", "triển lãm",
    "chiến dịch", "mít tinh", "sơ kết", "tổng kết", "ra quân", "hiến máu", "tết trồng cây",
    "trồng cây", "chương trình", "phong trào", "đại hội", "gặp mặt", "đối thoại",
)  # fmt: skip
"""What an event is called, without what it is about."""
