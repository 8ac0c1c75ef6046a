"""Every sentence of an answer, Vietnamese and English. Data only, but for `say`."""

from campaign.messages import Language

PHRASES: dict[str, tuple[str, str]] = {
    # times
    "on_day": ("{weekday}, ngày {day}", "{weekday} {day}"),
    "from_to": ("từ {start} đến {end}", "from {start} to {end}"),
    "from_day": ("từ {day}", "from {day}"),
    "until_day": ("đến hết {day}", "until {day}"),
    "tentative": ("dự kiến {text}", "{text} (tentative)"),
    "safe_day": (", tức chậm nhất hết ngày {day}", ", that is by the end of {day} at the latest"),
    "about": (" (khoảng {start}–{end})", " (about {start}–{end})"),
    "days_left": ("còn {days} ngày", "{days} days left"),
    "today": ("hôm nay", "today"),
    "tomorrow": ("ngày mai, còn 1 ngày", "tomorrow, 1 day left"),
    "days_ago": ("đã qua {days} ngày", "{days} days ago"),
    # what staff changed, beside what the plan says
    "changed": (
        "kế hoạch: {before}; cập nhật {day}: {now}",
        "plan: {before}; updated {day}: {now}",
    ),
    "added": ("{now} (cập nhật {day})", "{now} (updated {day})"),
    "nothing": ("không nêu", "not stated"),
    "now_certain": ("chốt {text}", "confirmed, {text}"),
    "now_at": ("chuyển sang {text}", "moved to {text}"),
    "cancelled": (" – đã hủy", " – cancelled"),
    "cancelled_on": (" – đã hủy (cập nhật {day})", " – cancelled (updated {day})"),
    "cancelled_when": (
        ": đã hủy (cập nhật {day}); kế hoạch: {before}.",
        ": cancelled (updated {day}); plan: {before}.",
    ),
    "changes": ("Những gì đã thay đổi so với kế hoạch:", "What has changed since the plan:"),
    "no_changes": (
        "Đến nay chưa có thay đổi nào so với kế hoạch.",
        "So far nothing has changed since the plan.",
    ),
    "just_so_now": ("Đúng theo cập nhật mới nhất. ", "Yes, by the latest update. "),
    # the section that a fact comes from
    "section": (" (Mục {section})", " (Section {section})"),
    "part": (" (phần {section})", " (“{section}” of the plan)"),
    # sides of an activity
    "when": ("Thời gian", "Time"),
    "where": ("Địa điểm", "Place"),
    "participants": ("Thành phần", "Participants"),
    "coordinating": ("Đơn vị phối hợp", "Coordinating units"),
    "lead": ("Đơn vị chủ trì", "Lead unit"),
    "content": ("Nội dung", "Content"),
    "to_come": ("Chưa diễn ra, còn {days} ngày nữa.", "Not yet: {days} days to go."),
    "under_way": ("Đang diễn ra.", "It is under way."),
    "over": ("Hoạt động này đã qua.", "This is over."),
    "passed": ("Hạn này đã qua {days} ngày.", "This deadline passed {days} days ago."),
    "left": ("Còn {days} ngày nữa (tính đến {day}).", "{days} days left (until {day})."),
    "last_today": ("Hôm nay là ngày cuối.", "Today is the last day."),
    "not_so": ("Không phải {said}. ", "No, not {said}. "),
    "just_so": ("Đúng theo kế hoạch. ", "That is what the plan says. "),
    "how": (
        "Kế hoạch không nêu thủ tục chi tiết, chỉ ghi:",
        "The plan does not state the detailed procedure; it only says:",
    ),
    # what the plan does not say
    "no_when": ("Kế hoạch không nêu thời gian của", "The plan does not state a time for"),
    "no_where": ("Kế hoạch không nêu địa điểm của", "The plan does not state a place for"),
    "no_lead": ("Kế hoạch không nêu đơn vị chủ trì của", "The plan does not name a lead unit for"),
    "no_coordinating": (
        "Kế hoạch không nêu đơn vị phối hợp của",
        "The plan does not name coordinating units for",
    ),
    "no_participants": (
        "Kế hoạch không nêu thành phần tham gia của",
        "The plan does not state the participants of",
    ),
    "no_content": ("Kế hoạch không nêu nội dung của", "The plan does not describe"),
    "no_deadline": ("Kế hoạch không nêu hạn chót của", "The plan does not state a deadline for"),
    "no_detail": ("Kế hoạch không nêu chi tiết này của", "The plan does not state this about"),
    "no_peak": ("Kế hoạch không nêu đợt cao điểm.", "The plan does not name a peak period."),
    "no_such": ("Kế hoạch này không nêu điều đó.", "This plan does not state that."),
    "no_attribute": ("Kế hoạch không nêu {what}.", "The plan does not state {what}."),
    "no_attribute_of": ("Kế hoạch không nêu {what} của", "The plan does not state {what} for"),
    "no_document": (
        "Kế hoạch không nhắc đến văn bản có số đó.",
        "The plan does not mention a document of that number.",
    ),
    "no_deadlines": (
        "Kế hoạch không nêu hạn nộp hồ sơ.",
        "The plan does not state a deadline for dossiers.",
    ),
    "no_deadline_there": (
        "Kế hoạch không nêu hạn chót nào cho việc đó.",
        "The plan does not state a deadline for that.",
    ),
    "no_deadline_then": (
        "Kế hoạch không có hạn chót nào trong thời gian này.",
        "The plan has no deadline in this time.",
    ),
    "no_deadline_left": ("Không còn hạn chót nào phía trước.", "No deadline is left ahead."),
    "ask_office": (
        "Bạn nên hỏi trực tiếp {office}.",
        "Please ask {office}.",
    ),
    "ask_staff": (
        "Bạn nên hỏi trực tiếp cán bộ Liên minh HTX tỉnh.",
        "Please ask the staff of the provincial alliance.",
    ),
    "other_award": (
        "Kế hoạch này không nêu {asked}; giải thưởng trong kế hoạch là {own}.",
        "This plan does not mention {asked}; the award in it is {own}.",
    ),
    "no_award": ("Kế hoạch này không nêu {asked}.", "This plan does not mention {asked}."),
    "no_such_day": (
        "Không có ngày {day} trong lịch. Bạn kiểm tra lại ngày giúp nhé.",
        "There is no such day as {day}. Please check the date.",
    ),
    # lists
    "agenda": ("{days}:", "{days}:"),
    "agenda_none": (
        "{days}: kế hoạch không ấn định hoạt động nào riêng cho thời gian này.",
        "{days}: no activity is fixed for this time in the plan.",
    ),
    "agenda_running": ("Đang thực hiện dài ngày:", "Running over a long time:"),
    "agenda_ran": ("Khi đó còn có các hoạt động dài ngày:", "Also under way then:"),
    "other_year": (
        "Kế hoạch này chỉ dành cho năm {year}, không có hoạt động nào cho {days}.",
        "This plan is only for {year}; no activity is planned for {days}.",
    ),
    "ended": (
        "Kế hoạch năm {year} đã kết thúc, không còn hoạt động nào.",
        "The plan for {year} has ended; no activity is left.",
    ),
    "overview": ("Kế hoạch gồm {count} hoạt động:", "The plan has {count} activities:"),
    "next": ("Sắp tới:", "Coming up:"),
    "next_none": (
        "Kế hoạch không còn hoạt động nào có ngày cụ thể phía trước.",
        "No activity with a fixed date is left ahead in the plan.",
    ),
    "deadlines": ("Các hạn chót:", "Deadlines:"),
    "next_deadline": ("Hạn chót gần nhất:", "Nearest deadline:"),
    "deadline_passed": (" – đã qua", " – passed"),
    "untimed": (
        "Các hoạt động kế hoạch không nêu thời gian:",
        "Activities for which the plan states no time:",
    ),
    "untimed_none": ("Hoạt động nào cũng có thời gian.", "Every activity has a time."),
    "long": ("Các hoạt động kéo dài trong năm:", "Activities that run for much of the year:"),
    # parts of the plan
    "theme": ("Chủ đề", "Theme"),
    "slogans": ("{count} thông điệp truyền thông:", "{count} communication messages:"),
    "period": ("Thời gian thực hiện", "Period"),
    "period_of": (
        "Kế hoạch dành cho năm {year} và không nêu một thời gian chung; các hoạt động diễn ra từ {start} đến {end}.",
        "The plan is for {year} and states no period of its own; its activities run from {start} to {end}.",
    ),
    "no_period": (
        "Kế hoạch dành cho năm {year} và không nêu thời gian cụ thể.",
        "The plan is for {year} and states no time of its own.",
    ),
    "peak": ("Đợt cao điểm", "Peak period"),
    "purpose": ("Mục đích:", "Purpose:"),
    "requirements": ("Yêu cầu:", "Requirements:"),
    "budget": ("Kinh phí:", "Funding:"),
    "bases": ("Kế hoạch căn cứ vào:", "The plan is based on:"),
    "organisation": ("Tổ chức thực hiện:", "Implementation:"),
    "recipients": ("Kế hoạch được gửi tới:", "The plan is sent to:"),
    "channels": ("Kênh thông tin:", "Channels:"),
    "history": ("Theo kế hoạch:", "From the plan:"),
    "signer": ("Người ký kế hoạch", "The plan is signed by"),
    "no_signer": ("Kế hoạch không nêu người ký.", "The plan does not name a signer."),
    "number": ("Kế hoạch số {number}", "Plan No. {number}"),
    "no_number": ("Bản kế hoạch này không ghi số hiệu", "This copy of the plan states no number"),
    "dated": (", ngày {day}.", ", dated {day}."),
    "undated": (" và không ghi ngày ban hành.", " and no date of issue."),
    "no_date": (", không ghi ngày ban hành.", ", no date of issue stated."),
    "issuer": ("Kế hoạch do {issuer} ban hành.", "The plan is issued by {issuer}."),
    "unit_leads": ("{unit} được giao:", "{unit} is in charge of:"),
    "unit_coordinates": ("{unit} phối hợp:", "{unit} coordinates:"),
    "unit_none": (
        "Kế hoạch không giao riêng hoạt động nào cho {unit}.",
        "The plan gives {unit} no activity of its own.",
    ),
    "no_such_slogan": (
        "Kế hoạch không nêu thông điệp như vậy; {count} thông điệp của kế hoạch",
        "The plan has no such message; its {count} messages",
    ),
    "only_says": (
        "Kế hoạch không nêu {what}, chỉ ghi:",
        "The plan does not state the {what}; it only says:",
    ),
    "no_link": ("Kế hoạch không ghi địa chỉ hay đường dẫn.", "The plan states no address or link."),
    "no_deadline_here": ("Kế hoạch không nêu hạn chót. ", "The plan states no deadline. "),
    "no_day": ("Kế hoạch không nêu ngày cụ thể. ", "The plan states no exact day. "),
    "not_part": ("Kế hoạch này không có phần đó.", "This plan has no such part."),
    # conversation
    "greeting": (
        "Chào bạn! Mình là Loa, trợ lý trả lời về kế hoạch “{title}” của {issuer}.\n"
        "Bạn cứ hỏi tự nhiên, có dấu hay không dấu: “tuần này có gì?”, “11/4 có gì?”, “hạn nộp hồ sơ khi nào?”, “ai phụ trách?”.\n"
        "Hoặc dùng lệnh: /lich /homnay /tuannay /han /chude /thongdiep /help",
        "Hello! I am Loa, the assistant for the plan “{title}” of {issuer}.\n"
        "Just ask, in Vietnamese or English: “what's on this week?”, “what's happening on 11/4?”, “when is the deadline?”.\n"
        "Or use a command: /schedule /today /week /deadlines /theme /messages /help",
    ),
    "help": (
        "Mình trả lời về kế hoạch “{title}” của {issuer}: hoạt động nào, khi nào, ở đâu, ai phụ trách, hạn chót, chủ đề, thông điệp, kinh phí, căn cứ.\n"
        "/lich – các hoạt động, hoặc /lich tháng 4\n/homnay, /tuannay – hôm nay, tuần này\n/han – các hạn chót\n"
        "/chude, /thongdiep – chủ đề, thông điệp\n/hoi câu hỏi – hỏi trong nhóm\n/nhac – lời nhắc\n/ngonngu – đổi ngôn ngữ\n/chiendich – chọn chiến dịch",
        "I answer about the plan “{title}” of {issuer}: what, when, where, who, deadlines, theme, messages, funding, legal bases.\n"
        "/schedule – the activities, or /schedule April\n/today, /week – today, this week\n/deadlines – deadlines\n"
        "/theme, /messages – theme and messages\n/ask question – ask in a group\n/reminders – reminders\n/language – change language\n/campaign – choose the campaign",
    ),
    "identity": (
        "Mình là Loa, một bot (không phải người): trợ lý trả lời về kế hoạch “{title}” của {issuer}.",
        "I am Loa, a bot and not a person: the assistant that answers about the plan “{title}” of {issuer}.",
    ),
    "thanks": ("Không có gì ạ, rất vui được giúp bạn!", "You're welcome, happy to help!"),
    "bye": ("Chào bạn, cần gì bạn cứ hỏi nhé!", "Bye! Ask me anytime."),
    "which": ("Bạn muốn hỏi hoạt động nào?", "Which activity do you mean?"),
    "unclear": (
        "Mình chưa hiểu câu hỏi, hoặc kế hoạch không nêu điều này. Mình chỉ trả lời về kế hoạch “{title}”: bạn muốn hỏi hoạt động nào? Gõ /help để xem cách hỏi.",
        "I did not understand, or the plan does not state this. I only answer about the plan “{title}”: which activity do you mean? Type /help to see how to ask.",
    ),
    "outside": (
        "Việc này ngoài phạm vi của mình: mình chỉ trả lời về kế hoạch “{title}”. Gõ /help để xem cách hỏi.",
        "That is outside what I know: I only answer about the plan “{title}”. Type /help to see how to ask.",
    ),
    "list_button": ("Danh sách", "List"),
}


def say(language: Language, key: str, **values: object) -> str:
    """Return the sentence `key` in `language` with its `values` filled in."""
    return PHRASES[key][language == "en"].format(**values)
