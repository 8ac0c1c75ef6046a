"""Things that people ask about and a plan seldom states: (Vietnamese, English, templates)."""

ATTRIBUTES: dict[str, tuple[str, str, tuple[str, ...]]] = {
    "hour": (
        "giờ cụ thể",
        "the time of day",
        (
            "(lúc|vào)? mấy giờ",
            "giờ (nào|giấc|cụ thể)",
            "(buổi|ca) nào",
            "(sáng|buổi sáng) hay (chiều|buổi chiều)",
            "(what time|which hour|what hour|at what time)",
            "mấy h",
            "khung giờ",
            "giờ giấc",
        ),
    ),
    "phone": (
        "số điện thoại",
        "a phone number",
        (
            "(số)? (điện thoại|hotline|đường dây nóng|di động)",
            "(phone|telephone|hotline|mobile) (number)?",
            "số (máy|zalo|liên hệ|gọi)",
            "gọi số (nào|mấy)",
        ),
    ),
    "email": (
        "địa chỉ email",
        "an e-mail address",
        ("(email|e mail|mail|gmail|thư điện tử|hòm thư|hộp thư)", "địa chỉ (mail|email)"),
    ),
    "address": (
        "địa chỉ cụ thể",
        "a street address",
        (
            "(số nhà|đường nào|phố nào|địa chỉ|ngõ nào|địa chỉ cụ thể|đường gì|phố gì)",
            "(street address|exact address|address)",
            "(chỉ|hướng dẫn) đường",
            "bản đồ",
        ),
    ),
    "room": (
        "phòng hay hội trường cụ thể",
        "the room or hall",
        (
            "(hội trường|tầng|phòng họp|sảnh|sân) (nào|mấy|gì)",
            "(which room|which hall|which floor)",
        ),
    ),
    "fee": (
        "lệ phí hay mức phí",
        "a fee",
        (
            "(lệ phí|phí|phí tham gia|chi phí tham gia|học phí|phí đăng ký|mức phí|đóng tiền|nộp tiền|mất tiền|tốn tiền|tốn phí|đóng phí|miễn phí|mất phí|có phí|thu phí|phí gì|phí bao nhiêu|bao nhiêu phí|phí thế nào)",
            "(mất|đóng|nộp|tốn|thu) (bao nhiêu|mấy) (tiền|đồng)",
            "(fee|fees|free of charge|entry fee|registration fee|how much does it cost)",
            "giá vé",
        ),
    ),
    "amount": (
        "số tiền cụ thể",
        "an amount of money",
        (
            "(bao nhiêu|mấy) (tiền|triệu|đồng|tỷ|nghìn)",
            "hết (bao nhiêu|mấy) (tiền|triệu|đồng|tỷ|trước)?",
            "(tổng|mức) (kinh phí|chi|ngân sách|tiền|dự toán)",
            "(kinh phí|ngân sách|chi phí|tiền|dự toán|budget) (tổng cộng|tổng)? (là)? (bao nhiêu|mấy)",
            "(how much|how much money|total budget|what amount)",
            "dự toán",
            "số tiền",
        ),
    ),
    "prize": (
        "tiền thưởng hay quà",
        "prize money or gifts",
        (
            "(tiền thưởng|mức thưởng|giải thưởng bao nhiêu|thưởng bao nhiêu|thưởng gì|quà gì|có quà|có thưởng|phần thưởng|hiện vật|giá trị giải|được thưởng|quà tặng|quà)",
            "(prize money|cash prize|prize|prizes|gift|gifts|reward)",
        ),
    ),
    "dossier": (
        "thành phần hồ sơ",
        "what the dossier contains",
        (
            "hồ sơ (gồm|cần|bao gồm|phải có|có|gồm có|cần có|cần những|gồm những|phải chuẩn bị|cần chuẩn bị) (những|các)? (gì|giấy tờ gì|giấy tờ nào|tài liệu gì|cái gì|loại gì)?",
            "(giấy tờ|tài liệu) (gì|nào|cần|cần thiết)",
            "(cần|chuẩn bị) (những)? (giấy tờ|hồ sơ) (gì|nào)",
            "(mẫu đơn|mẫu hồ sơ|biểu mẫu|form đăng ký|mẫu đăng ký|file mẫu|phiếu đăng ký|đơn đăng ký)",
            "(what documents|which documents|documents needed|paperwork|application form|what should the dossier|required documents)",
            "(bao nhiêu|mấy) bộ (hồ sơ)?",
            "(what|which) (papers|documents) (do i need|are needed|are required)",
        ),
    ),
    "register": (
        "cách đăng ký",
        "how to register",
        (
            "(cách|thủ tục|đăng ký)? (đăng ký|đăng kí|ghi danh) (ở đâu|thế nào|ra sao|như thế nào|kiểu gì|tham gia thế nào|tham gia ở đâu|tham gia như thế nào|sao)",
            "(link|đường link) (đăng ký|đăng kí|tham gia)",
            "(register|registration|sign up) (link|form)?",
            "how (do|can) (i|we) (register|sign up|apply)",
        ),
    ),
    "headcount": (
        "số lượng người hay đơn vị",
        "how many people or units",
        (
            "(bao nhiêu|mấy) (người|đại biểu|htx|hợp tác xã|đơn vị|khách|học viên|vận động viên|suất|chỉ tiêu|lượt|thành viên|vđv|hộ|đội|gian hàng|lớp|cá nhân|tập thể|sản phẩm|hội nghị)",
            "how many (people|participants|cooperatives|delegates|awards|winners|booths|classes|teams|units|members)",
            "(quy định)? số lượng (người|đại biểu|htx|giải|suất|gian hàng)",
            "(bao nhiêu|mấy) (giải|cúp|giải thưởng)",
        ),
    ),
    "parking": (
        "chỗ gửi xe",
        "parking",
        ("(gửi xe|đỗ xe|đậu xe|bãi xe|chỗ để xe|parking|để xe|bãi đỗ)",),
    ),
    "transport": (
        "phương tiện đi lại",
        "transport",
        (
            "(xe đưa đón|đưa đón|xe đưa|phương tiện|đi bằng gì|đi xe gì|shuttle|transport|tiền xe|xe ô tô|xe khách|bao xe|có xe)",
        ),
    ),
    "meal": (
        "ăn uống, chỗ nghỉ",
        "meals or lodging",
        (
            "(ăn trưa|cơm trưa|bao ăn|ăn uống|tiệc|liên hoan|chỗ ở|chỗ nghỉ|khách sạn|bao cơm|ăn ở|bữa trưa|suất ăn|lunch|meal|meals|food|hotel|accommodation|lodging)",
        ),
    ),
    "allowance": (
        "chế độ hỗ trợ, phụ cấp",
        "allowances",
        (
            "(phụ cấp|công tác phí|tiền hỗ trợ|trợ cấp|bồi dưỡng tiền|chế độ|hỗ trợ tiền|hỗ trợ kinh phí|được hỗ trợ|allowance|per diem|subsidy)",
        ),
    ),
    "dress": (
        "trang phục",
        "what to wear",
        (
            "(trang phục|mặc gì|mặc áo|đồng phục|áo dài|quần áo|ăn mặc|mặc đồ|dress code|what to wear|uniform)",
        ),
    ),
    "host": (
        "người dẫn chương trình hay khách mời cụ thể",
        "the host or guests by name",
        (
            "(who|ai) (will|sẽ)? (teach|teaches|dạy|giảng|đứng lớp|speak|speaks)",
            "(mc|dẫn chương trình|ca sĩ|nghệ sĩ|khách mời|diễn giả|giảng viên|báo cáo viên|trọng tài|speaker|speakers|trainer|referee|guest|guests|singer)",
        ),
    ),
    "programme": (
        "chương trình chi tiết",
        "a detailed programme",
        (
            "(chương trình chi tiết|kịch bản|timeline chi tiết|lịch thi đấu|thể lệ|điều lệ|luật thi đấu|programme|agenda of the ceremony)",
        ),
    ),
    "result": (
        "kết quả",
        "results",
        (
            "(kết quả|ai thắng|ai đoạt giải|đoạt giải|được giải|trúng giải|ai đạt giải|danh sách đạt giải|danh sách được chọn|danh sách trúng giải|result|results|winner|winners|who won|đội nào thắng|vô địch)",
        ),
    ),
    "loan": (
        "vay vốn, lãi suất",
        "loans or interest",
        (
            "(vay vốn|vay tiền|vay ngân hàng|cho vay|lãi suất|khoản vay|tín dụng|loan|loans|interest rate|borrow|vay ưu đãi|lãi bao nhiêu|lãi thấp)",
        ),
    ),
    "livestream": (
        "truyền hình hay phát trực tuyến",
        "broadcasting",
        ("(livestream|phát trực tiếp|truyền hình|phát trực tuyến|zoom|quay phim)",),
    ),
    "certificate": (
        "chứng chỉ, giấy chứng nhận",
        "a certificate",
        ("(chứng chỉ|giấy chứng nhận|bằng khen|giấy khen|certificate|chứng nhận)",),
    ),
    "penalty": (
        "việc xử lý, xử phạt",
        "penalties",
        ("(bị phạt|phạt|xử phạt|kỷ luật|penalty|fine)",),
    ),
    "officer": (
        "người giữ chức vụ đó",
        "who holds that office",
        (
            "(phó)? (chủ tịch|giám đốc|bí thư|trưởng phòng|trưởng ban|tổng thư ký|thư ký)",
            "chánh văn phòng",
            "(chairman|chairwoman|chairperson|director|head of|secretary of)",
        ),
    ),
    "link": (
        "địa chỉ website hay đường dẫn",
        "a web address or link",
        ("(đường link|đường dẫn|link|url|web address)",),
    ),
    "account": (
        "số tài khoản",
        "a bank account",
        ("(số tài khoản|tài khoản|stk|số tk|bank account|account number|chuyển khoản)",),
    ),
    "salary": (
        "tiền lương",
        "salaries",
        ("(lương|tiền lương|mức lương|salary|salaries|thu nhập)",),
    ),
    "discipline": (
        "các môn cụ thể",
        "the sports by name",
        (
            "(những|các)? môn (gì|nào)",
            "thi (đấu)? (những)? môn (gì|nào)",
            "(which|what) disciplines",
        ),
    ),
}

TOLD_BY: dict[str, tuple[str, ...]] = {"discipline": ("môn",)}
"""Words by which a fact tells of an attribute, where they are not those of the question."""

THINGS = frozenset(
    "loan livestream certificate programme meal transport dress host penalty prize officer"
    " discipline dossier".split()
)
"""What may be spoken of besides being asked for: "ai phụ trách tư vấn vay vốn?"."""
