"""Words that name a part of any plan besides its activities, and what such a part is about."""

SUBJECTS: dict[str, tuple[str, ...]] = {
    "overview": (
        "(những|các|bao nhiêu|mấy|tất cả|toàn bộ|danh sách|danh mục|liệt kê|liệt kê các|liệt kê hết|liệt kê hết các|hết các|kể tên các|tổng số|tất cả các|có các|kể các|toàn bộ các)"
        " (hoạt động|sự kiện|đầu việc|nội dung hoạt động|mục hoạt động|nhiệm vụ|chương trình|mục|công việc|việc)",
        "(bao nhiêu|mấy) (hoạt động|sự kiện|mục|đầu việc|nội dung hoạt động|nội dung|phần)",
        "(liệt kê|danh sách|danh mục|tổng quan|tổng hợp|tóm tắt|khái quát|tóm lược) (về)? (kế hoạch|hoạt động|các hoạt động|tháng hành động|chương trình|sự kiện|chung)?",
        "(kế hoạch|tháng hành động|chương trình) (này|năm nay|lần này|vì htx|vì hợp tác xã|vì htx năm nay)? (có|gồm|bao gồm|có những) (gì|những gì|những hoạt động gì|hoạt động gì|hoạt động nào|những hoạt động nào|các hoạt động nào|cái gì)",
        "(list|all|every|overview|summary|summarize|summarise|outline) (of)? (all)? (the)? (activities|events|plan|activity|tasks|items)",
        "(how many|what|which) (activities|events|items) (are there|are in the plan|are planned)?",
        "(how many|what|which) (activities|events|items) does (the plan|it) (include|have|contain)",
        "what activities does the plan include",
        "(what is|whats) in the plan",
        "(overview|tổng quan|tóm tắt kế hoạch)",
        "(kể|kể tên|nêu|nêu tên|đọc|đọc tên) (từng|hết|tên|ra)? (các)? (hoạt động|sự kiện|mục)",
        "list (các|all|the)? (activity|activities|hoạt động|event|sự kiện)",
    ),
    "deadlines": (
        "(các|những|mấy|liệt kê các|tất cả các|bao nhiêu|liệt kê) (hạn|hạn chót|thời hạn|deadline|hạn nộp|mốc thời hạn|mốc hạn|mốc thời gian|mốc)",
        "(có)? (hạn|deadline|hạn chót|mốc) (gì|nào)",
        "(what|which|all|list|any) (deadlines|due dates)",
    ),
    "theme": (
        "(chủ đề|tiêu đề|theme|motto|topic chính)",
        "chủ đề (năm nay|tháng hành động|là gì|của năm|chính)",
    ),
    "slogans": (
        "(các|những|mấy|bao nhiêu)? (câu)? (thông điệp|khẩu hiệu|băng rôn|bang ron|băng zôn|pano|slogan|slogans|tagline|message|messages|banner|banners) (truyền thông|tuyên truyền)?",
        "câu khẩu hiệu",
        "(communication|media|key) (message|messages)",
    ),
    "peak": (
        "(đợt|tháng|thời gian|giai đoạn|thời điểm|kỳ)? (cao điểm|cao đỉm|peak|peak period|peak time)",
        "(cao trào|trọng điểm thời gian)",
    ),
    "purpose": (
        "(mục đích|mục tiêu|ý nghĩa|tôn chỉ|lý do) (tổ chức|của kế hoạch|của tháng hành động|tháng hành động|chung|kế hoạch)?",
        "(purpose|aim|aims|goal|goals|objective|objectives)",
        "tháng hành động (vì htx)? (để|nhằm) (làm gì|mục đích gì|gì|làm chi)",
    ),
    "requirements": (
        "(yêu cầu|các yêu cầu|những yêu cầu|yêu cầu chung)",
        "(yêu cầu) (của kế hoạch|khi tổ chức|đặt ra|đối với|gì|là gì|nào|tổ chức|về tổ chức)",
        "(requirement|requirements|must be ensured)",
        "(trang trọng|tiết kiệm|phô trương|hình thức phô trương)",
    ),
    "budget": (
        "(kinh phí|ngân sách|nguồn tiền|nguồn kinh phí|chi phí tổ chức|tiền tổ chức|tiền của|nguồn lực tài chính|kinh phí tổ chức|kinh phí thực hiện|nguồn tài chính|tài chính|tiền đâu|tiền ở đâu|tiền lấy)",
        "ai (chi|trả|bỏ) (tiền|kinh phí)?",
        "(tiền|chi phí) (làm|tổ chức|thực hiện|lấy|từ|cho|ở đâu|chi)",
        "(xã hội hóa|tài trợ|nhà tài trợ|huy động)",
        "(budget|funding|funded|finance|financed|fund|funds|cost|costs|money|pays|paid)",
        "ai (trả|chi|cho) (tiền|kinh phí)",
    ),
    "bases": (
        "(based|basis|document|documents)",
        "(căn cứ|cơ sở pháp lý|căn cứ pháp lý|văn bản pháp lý|cơ sở pháp lí)",
        "(căn cứ|dựa|dựa trên|dựa vào|theo) (vào)? (đâu|văn bản nào|những văn bản nào|cái gì|nghị quyết nào|luật nào|các văn bản nào|cơ sở nào|những căn cứ nào|chủ trương nào|quy định nào|chỉ đạo nào)",
        "(nghị quyết|công văn|kết luận|chỉ thị|nghị định|quyết định|thông tư|văn bản|chương trình hành động số|kế hoạch hành động số|kế hoạch số)",
        "luật (hợp tác xã|htx) (năm)? (nào|mấy|bao nhiêu)?",
        "(legal|legal basis|legal bases|resolution|decree|circular|official letter|directive|conclusion|law|laws)",
        "(cooperative law|law on cooperatives)",
    ),
    "history": (
        "(bức thư|lá thư|thư|bài viết|bài nói chuyện) (của)? (bác|bác hồ|hồ chí minh|chủ tịch|chủ tịch hồ chí minh)?",
        "(bác hồ|hồ chí minh|chủ tịch hồ chí minh|ho chi minh|uncle ho|president ho chi minh|bác)",
        "(lịch sử|truyền thống|nguồn gốc|ra đời|history|origin)",
        "(ngày|day) (htx|hợp tác xã|truyền thống htx) (việt nam|vn)?",
        "(letter|letters|anniversary|vietnam cooperative day|cooperative day|cooperatives day)",
        "(kỷ niệm|kỉ niệm) (bao nhiêu|mấy|lần thứ mấy|lần thứ bao nhiêu|năm thứ mấy) (năm)?",
        "(bao nhiêu|mấy) (năm) (ngày htx|thành lập|kỷ niệm|ngày hợp tác xã|truyền thống)?",
        "(kỷ niệm|kỉ niệm|ngày truyền thống|ngày kỷ niệm)",
        "how many years",
    ),
    "awards": (
        "(giải thưởng|giải|cúp|danh hiệu|tôn vinh|khen thưởng|trao giải|award|awards|prize|cup|trophy|honour|honor)",
        "(giải thưởng|cúp|danh hiệu) (gì|nào)",
    ),
    "organisation": (
        "(tổ chức thực hiện|phân công|phân công nhiệm vụ|nhiệm vụ của|trách nhiệm của|giao việc)",
        "(implementation|assignment|assignments)",
    ),
    "recipients": (
        "(nơi nhận|nơi gửi)",
        "kế hoạch (này)? (có)? (được)? (gửi|gởi)",
        "(gửi|gởi|chuyển|phát|sent|send) (tới|đến|cho|về|to) (những|các|ai|đâu)? (ai|đâu|nơi nào|đơn vị nào|cơ quan nào|chỗ nào|whom|who)?",
        "kế hoạch (này)? (được)? (gửi|gởi) (tới|đến|cho|về)? (những|các)? (ai|đâu|nơi nào|đơn vị nào|cơ quan nào)",
        "(ai|đơn vị nào|những ai|cơ quan nào) (được)? (nhận|nhận được) (kế hoạch|văn bản)?",
        "(recipient|recipients|receives the plan|received the plan|who receives|who gets the plan|lưu ở đâu|lưu tại đâu|lưu văn thư)",
    ),
    "channels": (
        "(kênh|website|web|trang web|zalo|nhóm zalo|facebook|fanpage|cổng thông tin|channel|channels)",
        "(đăng|công bố|thông báo) (ở đâu|trên đâu|kênh nào|trên kênh nào)",
    ),
    "signer": (
        "(ai|người|người nào|đồng chí nào|vị nào) (là)? (đã)? (ký|kí|ký ban hành|ký tên|ký duyệt|phê duyệt|duyệt)",
        "(ai) (là)? người (ký|kí) (kế hoạch|văn bản)?",
        "(ký|kí) (kế hoạch|văn bản|ban hành)",
        "(kế hoạch|văn bản) (này)? (do)? (ai|người nào) (ký|kí|ký ban hành|phê duyệt)",
        "(ai|who) (sign|signs|signed)",
        "(signed|signer|signs|sign off|signatory|who signed) (the plan|this plan|it)?",
        "(ký|kí)? (thay mặt|tm) (cho)? (ai|ban nào|cơ quan nào|đơn vị nào|tổ chức nào)",
    ),
    "number": (
        "(số|mã số|số hiệu) (của)? (kế hoạch|văn bản)",
        "kế hoạch (này)? (số|số hiệu) (mấy|bao nhiêu|gì|nào|là gì)",
        "kế hoạch (này)? (có)? (số hiệu|số)",
        "(kế hoạch|văn bản) (này)? (được)? (ban hành|ra|ký|lập|xây dựng|đề) (ngày|hôm|khi|lúc|bao|ngày tháng năm) (nào|mấy|bao nhiêu|giờ)",
        "(ngày|khi) (ban hành|ký|ra) (kế hoạch|văn bản)",
        "(document)? number of (the|this)? plan",
        "(plan number|document number|number of the plan|issued|date of the plan|issue date)",
        "(ban hành|ra) (kế hoạch|văn bản)? (khi|ngày|hôm|bao) (nào|giờ|mấy)",
    ),
    "issuer": (
        "(ai|cơ quan nào|đơn vị nào|bên nào) (đã)? (ban hành|ra) (kế hoạch|văn bản) (này)?",
        "kế hoạch (này)? (của|do) (ai|cơ quan nào|đơn vị nào|tỉnh nào)(ban hành)?",
        "(who|which organization|which organisation) (issued|made|wrote) (the|this) plan",
    ),
    "campaign": (
        "tháng hành động (vì htx|vì hợp tác xã)? (năm nay|năm 2024|2024|này)?",
        "(chiến dịch|kế hoạch này|cả kế hoạch|kế hoạch|toàn bộ kế hoạch|chương trình tháng hành động)",
        "(action month|campaign|cooperative action month|month of action|the plan)",
    ),
    "untimed": (
        "(chưa|không) (có|ghi|nêu|rõ|ấn định|xác định)? (thời gian|lịch|ngày|thời hạn) (cụ thể)?",
        "(without|no) (a)? (time|date|fixed date)",
    ),
    "all_year": (
        "suốt cả năm",
        "(cả|quanh|suốt|trong cả|xuyên suốt|toàn) năm",
        "(thường xuyên|liên tục|kéo dài)",
        "(all year|year round|throughout the year|the whole year|long running|ongoing)",
    ),
}

AWARD_NAMES: tuple[tuple[str, ...], ...] = (
    (
        "CoopGold Awards",
        "CoopGold",
        "coop gold",
        "cúp vàng",
        "cúp vàng ngôi sao",
        "golden cup",
        "gold cup",
        "coopgold award",
    ),
    (
        "CoopStar Awards",
        "CoopStar",
        "coop star",
        "cúp sao vàng",
        "sao vàng",
        "golden star",
        "coopstar award",
    ),
)
"""One national award under two names: the plans of 2024 differ. The first spelling is shown."""
