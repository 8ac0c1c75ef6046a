"""An activity keeps all that the document says of it, however that is laid out."""

from collections.abc import Iterable

from campaign.plan.model import Fact
from campaign.reader.document import Line
from campaign.reader.lines import paragraphs
from tests.campaign.reader.bodies import activities, days, plan


def test_a_line_that_the_edge_of_the_page_cut_goes_on_with_a_day_or_a_name() -> None:
    cut = (
        "Mỗi tuần một chuyên mục trên sóng phát thanh, truyền hình của tỉnh bằng ba thứ tiếng; "
        "từ ngày 25/3 đến ngày"
    )
    again = "Đài phát lại ở các huyện. " * 6
    (only,) = activities(f"1. Chuyên mục\n\n{cut}\n30/4/2024. {again}\n\nVăn phòng chủ trì.")
    assert days(only) == ["2024-03-25..2024-04-30"]


def lined(text: str) -> list[str]:
    lines = [Line(n, line) for n, line in enumerate(text.splitlines(), 1)]
    return [each.text for each in paragraphs(lines, wrapped=True)]


def test_a_dash_at_the_beginning_of_a_line_may_be_that_of_a_name() -> None:
    assert lined(
        "1. Ban Gia đình - Xã hội lập danh sách những người được tặng quà.\n"
        "2. Trao quà vào đầu tháng 3 năm 2024, phần này do Ban Gia đình\n- Xã hội phụ trách.\n"
        "- Xã hội hóa kinh phí."
    ) == [
        "1. Ban Gia đình - Xã hội lập danh sách những người được tặng quà.",
        "2. Trao quà vào đầu tháng 3 năm 2024, phần này do Ban Gia đình - Xã hội phụ trách.",
        "- Xã hội hóa kinh phí.",
    ]


def test_a_line_that_had_room_is_over() -> None:
    assert lined(
        "4. Thăm, tặng quà xã viên khó khăn vùng cao\n"
        "Thực hiện trong tháng 4 năm 2024, mỗi xã viên được ba triệu đồng.\n"
        "5. Gặp mặt các xã viên cao tuổi nhân ngày thành lập liên minh\n"
        "14h00 ngày 11/4/2024, Hội trường. Mời các xã viên đã nghỉ hưu.\n"
        "Trên đây là kế hoạch."
    ) == [
        "4. Thăm, tặng quà xã viên khó khăn vùng cao",
        "Thực hiện trong tháng 4 năm 2024, mỗi xã viên được ba triệu đồng.",
        "5. Gặp mặt các xã viên cao tuổi nhân ngày thành lập liên minh",
        "14h00 ngày 11/4/2024, Hội trường. Mời các xã viên đã nghỉ hưu.",
        "Trên đây là kế hoạch.",
    ]


def test_a_line_that_had_a_little_room_may_go_on_with_a_name() -> None:
    page = (
        "Các đơn vị sau đây ký chương trình phối hợp ở trụ sở, mỗi nơi có hai người chứng kiến,\n\n"
        "theo lịch của từng đơn vị, thư ký ghi lại nội dung đã bàn và những việc phải làm ngay.\n\n"
        "10. Làm mới những chương trình phối hợp công tác giữa Liên minh\n\n"
        "HTX tỉnh với các sở, ngành và hội đoàn thể\n\n"
    )
    assert lined(page)[-1] == (
        "10. Làm mới những chương trình phối hợp công tác giữa Liên minh "
        "HTX tỉnh với các sở, ngành và hội đoàn thể"
    )


def test_a_letter_after_a_heading_begins_an_item_of_its_own() -> None:
    (only,) = activities(
        "1. Khuyến mại tập trung cuối năm\na) Thời gian: tháng 4/2024.\nb) Chủ trì: Văn phòng."
    )
    assert only.title == "Khuyến mại tập trung cuối năm"


def test_rounds_that_are_numbered_items_have_their_times_and_places() -> None:
    (only,) = activities(
        "1. Hội thi nấu ăn\n1.1. Vòng loại: thi theo cụm\n"
        "- Cụm 1: 8h00' ngày 10/4/2024, tại Nhà văn hóa Bến Đò;\n"
        "- Cụm 2: 8h00' ngày 11/4/2024, tại Nhà văn hóa Bến Tắm.\n"
        "1.2. Chung kết: 19h30' ngày 20/4/2024, tại Quảng trường Hòa Bình.\n"
        "1.3. Hạn đăng ký: trước ngày 01/4/2024.\n1.4. Đơn vị chủ trì: Văn phòng."
    )
    assert sorted((time.scope, time.text) for time in only.times) == [
        ("Chung kết", "19h30' ngày 20/4/2024"),
        ("Cụm 1", "8h00' ngày 10/4/2024"),
        ("Cụm 2", "8h00' ngày 11/4/2024"),
        ("Hạn đăng ký", "trước ngày 01/4/2024"),
    ]
    assert only.place is not None
    assert only.place.text == (
        "Cụm 1: Nhà văn hóa Bến Đò; Cụm 2: Nhà văn hóa Bến Tắm; Chung kết: Quảng trường Hòa Bình"
    )


def test_a_sentence_after_a_place_or_a_unit_is_part_of_neither() -> None:
    (only,) = activities(
        "1. Phiên chợ\nThời gian: ngày 13/4/2024. Địa điểm: Sân kho. Quy mô 25 gian hàng. "
        "Chủ trì: Ban Kinh tế. Đơn vị nào muốn bán hàng thì đăng ký trước ngày 05/4/2024."
    )
    assert only.place is not None
    assert (only.place.text, only.lead) == ("Sân kho", ("Ban Kinh tế",))
    assert days(only) == ["2024-04-13..2024-04-13", "..2024-04-04"]
    assert [fact.text.rstrip(".") for fact in only.content] == [
        "Quy mô 25 gian hàng",
        "Đơn vị nào muốn bán hàng thì đăng ký trước ngày 05/4/2024",
    ]


def test_a_second_sentence_that_names_who_helps_belongs_to_the_units() -> None:
    (only,) = activities(
        "1. Hội nghị\n- Thời gian: tháng 4/2024.\n- Chủ trì: Sở Y tế. Sở Xây dựng phối hợp."
    )
    assert (only.lead, only.coordinating) == (("Sở Y tế",), ("Sở Xây dựng",))


def test_numbers_of_things_are_content_and_numbers_of_people_are_who_comes() -> None:
    first, second = activities(
        "1. Trồng cây\n- Thời gian: tháng 4/2024.\n- Số lượng: 300 cây.\n- Thành phần: xã viên.\n"
        "2. Tập huấn\n- Thời gian: tháng 4/2024.\n- Đối tượng: kế toán.\n- Số lượng: 45 người."
    )
    assert first.participants is not None
    assert first.participants.text == "xã viên."
    assert [fact.text for fact in first.content] == ["Số lượng: 300 cây."]
    assert second.participants is not None
    assert second.participants.text == "kế toán.; 45 người."


def test_a_beginning_and_its_last_day_are_one_time() -> None:
    (only,) = activities(
        "1. Cuộc thi viết\nNhận bài dự thi từ ngày 01/3/2024, chậm nhất ngày 15/4/2024."
    )
    (time,) = only.times
    assert (time.kind, str(time.start), str(time.end)) == ("deadline", "2024-03-01", "2024-04-15")
    assert (time.text, time.scope) == (
        "từ ngày 01/3/2024, chậm nhất ngày 15/4/2024",
        "Nhận bài dự thi",
    )


def test_a_table_of_rounds_belongs_to_the_activity_above_it() -> None:
    first, second = activities(
        "1. Bán hàng lưu động\nTổ chức 02 chuyến:\n\n"
        "| Chuyến | Thời gian | Địa điểm | Cơ quan phối hợp |\n|---|---|---|---|\n"
        "| Chuyến 1 | 16-17/4/2024 | Chợ huyện Đông | Phòng Kinh tế huyện Đông |\n"
        "| Chuyến 2 | 23-24/4/2024 | Chợ huyện Tây | Phòng Kinh tế huyện Tây |\n\n"
        "Giao Phòng Thương mại chủ trì các chuyến.\n\n"
        "2. Đổi rác lấy cây\n\n"
        "| STT | Ngày | Địa điểm | Đơn vị phụ trách |\n|---|---|---|---|\n"
        "| 1 | 14/4/2024 | Trường Tiểu học Bến Đò | Đoàn Thanh niên xã |\n"
        "| 2 | 18/5/2024 | Nhà văn hóa Bến Tắm | Hội Phụ nữ xã |\n"
    )
    assert [(time.scope, str(time.start), str(time.end)) for time in first.times] == [
        ("Chuyến 1", "2024-04-16", "2024-04-17"),
        ("Chuyến 2", "2024-04-23", "2024-04-24"),
    ]
    assert first.place is not None
    assert first.place.text == "Chuyến 1: Chợ huyện Đông; Chuyến 2: Chợ huyện Tây"
    assert (first.lead, first.lead_label) == (("Phòng Thương mại",), "Đơn vị chủ trì")
    assert first.coordinating == ("Phòng Kinh tế huyện Đông", "Phòng Kinh tế huyện Tây")
    assert days(second) == ["2024-04-14..2024-04-14", "2024-05-18..2024-05-18"]
    assert second.lead == ("Đoàn Thanh niên xã", "Hội Phụ nữ xã")
    assert "18/5/2024; Địa điểm: Nhà văn hóa Bến Tắm" in second.content[1].text


def test_a_table_of_prizes_is_content_of_the_activity_above_it() -> None:
    (only,) = activities(
        "1. Hội thi\n- Thời gian: tháng 4/2024.\n\n"
        "| Giải | Số giải | Mức thưởng |\n|---|---|---|\n"
        "| Nhất | 01 | 5 triệu đồng |\n| Nhì | 02 | 3 triệu đồng |\n"
    )
    assert [fact.text for fact in only.content] == [
        "Giải: Nhất; Số giải: 01; Mức thưởng: 5 triệu đồng",
        "Giải: Nhì; Số giải: 02; Mức thưởng: 3 triệu đồng",
    ]


def test_a_table_within_the_body_stands_in_its_section_and_in_its_order() -> None:
    first, second = activities(
        "1. Lễ phát động\n- Thời gian: tháng 4/2024.\n2. Tham gia hội chợ\n\n"
        "| TT | Tên hội chợ | Thời gian | Địa điểm |\n|---|---|---|---|\n"
        "| 1 | Hội chợ trái cây | 24-30/4/2024 | Bến Đò |\n\nII. KINH PHÍ\n\n1. Ngân sách tỉnh."
    )
    assert (first.title, second.title) == ("Lễ phát động", "Hội chợ trái cây")
    assert second.section == "I.2.1"


def test_the_groups_beside_a_labelled_one_list_activities_as_well() -> None:
    found = activities(
        "A. TUYÊN TRUYỀN\n1. Lễ phát động\n- Thời gian: tháng 4/2024.\n"
        "B. THI ĐUA\n1. Gặp mặt xã viên\n14h00 ngày 11/4/2024, Hội trường Liên minh.\n"
        "2. Chợ phiên\nTối 26 và 27/4/2024 tại Quảng trường 26/3, thành phố Bến Đò."
    )
    assert [each.title for each in found] == ["Lễ phát động", "Gặp mặt xã viên", "Chợ phiên"]
    assert [days(each) for each in found[1:]] == [
        ["2024-04-11..2024-04-11"],
        ["2024-04-26..2024-04-27"],
    ]
    assert [each.place and each.place.text for each in found[1:]] == [
        "Hội trường Liên minh",
        "Quảng trường 26/3, thành phố Bến Đò",
    ]


def test_the_day_that_a_title_is_named_after_is_no_time_beside_another() -> None:
    (only,) = activities(
        "1. Hưởng ứng Ngày Môi trường thế giới (05/6): mít tinh, dự kiến đầu tháng 6/2024."
    )
    assert days(only) == ["2024-06-01..2024-06-10"]


BODY = "1. Lễ phát động\n- Thời gian: tháng 4/2024.\n\n"


def said(facts: Iterable[Fact]) -> list[str]:
    return [fact.text for fact in facts]


def test_slogans_may_stand_behind_their_label() -> None:
    found = plan(f'{BODY}II. CHỦ ĐỀ\n1. Khẩu hiệu: "Chung một mái nhà!"; "Đi xa nhờ hợp tác!".')
    assert said(found.slogans) == ["Chung một mái nhà!", "Đi xa nhờ hợp tác!"]


def test_what_stands_after_the_last_task_is_none_of_it() -> None:
    found = plan(
        f"{BODY}II. TỔ CHỨC THỰC HIỆN\n1. Các xã báo cáo trước ngày 15/5/2024.\n\n"
        "Mọi thắc mắc liên hệ Văn phòng, số điện thoại 0261.3544.118.\n\n"
        "Trên đây là Kế hoạch Tháng hành động, đề nghị các đơn vị thực hiện./."
    )
    assert said(found.organisation) == [
        "Các xã báo cáo trước ngày 15/5/2024.",
        "Mọi thắc mắc liên hệ Văn phòng, số điện thoại 0261.3544.118.",
    ]


def test_tasks_keep_the_unit_that_they_stand_under_however_deep() -> None:
    found = plan(
        f"{BODY}II. TỔ CHỨC THỰC HIỆN\n1. Văn phòng\n- Hậu cần:\n+ Thuê âm thanh;\n+ In giấy mời."
    )
    assert said(found.organisation) == [
        "Văn phòng: Hậu cần: Thuê âm thanh",
        "Văn phòng: Hậu cần: In giấy mời.",
    ]


def test_the_name_and_the_place_of_the_whole_are_kept() -> None:
    found = plan(
        f"{BODY}II. TÊN GỌI, THỜI GIAN, ĐỊA ĐIỂM\n1. Tên gọi: Tuần hàng Việt.\n"
        "2. Thời gian: từ ngày 01/4/2024 đến ngày 05/4/2024.\n3. Địa điểm: Quảng trường 1 tháng 4."
    )
    assert said(found.organisation) == [
        "Tên gọi: Tuần hàng Việt.",
        "Địa điểm: Quảng trường 1 tháng 4.",
    ]


def test_targets_are_the_aims_where_no_others_are_named() -> None:
    found = plan(f"{BODY}II. MỤC TIÊU\n1. Chăm lo tốt hơn đời sống xã viên.")
    assert said(found.purposes) == ["Chăm lo tốt hơn đời sống xã viên."]


def test_targets_in_a_section_of_their_own_stand_after_the_aims() -> None:
    found = plan(
        f"{BODY}II. MỤC ĐÍCH\n1. Chăm lo đời sống xã viên.\n"
        "III. MỤC TIÊU\n1. Mục tiêu chung\nTỷ lệ hộ nghèo còn dưới 9%."
    )
    assert said(found.purposes) == [
        "Chăm lo đời sống xã viên.",
        "Mục tiêu chung: Tỷ lệ hộ nghèo còn dưới 9%.",
    ]


def test_a_name_before_a_colon_is_the_title_and_the_rest_is_told_of_it() -> None:
    first, second = activities(
        "1. Nạo vét cống rãnh, khơi thông dòng chảy: xong trước mùa mưa, chậm nhất ngày 30/4/2024. "
        "Giao Tổ đô thị thực hiện, kinh phí 95 triệu đồng.\n"
        "2. Hội thảo: Hợp tác xã trong thời đại số\n- Thời gian: tháng 5/2024."
    )
    assert first.title == "Nạo vét cống rãnh, khơi thông dòng chảy"
    assert (days(first), first.lead) == (["..2024-04-30"], ("Tổ đô thị",))
    assert said(first.content) == [
        "Xong trước mùa mưa, chậm nhất ngày 30/4/2024. "
        "Giao Tổ đô thị thực hiện, kinh phí 95 triệu đồng"
    ]
    assert second.title == "Hội thảo: Hợp tác xã trong thời đại số"


def test_titles_in_capitals_and_names_that_several_have() -> None:
    first, second = activities(
        "1. HỘI THI NẤU ĂN\n- Thời gian: tháng 4/2024.\n- Nội dung: nấu ăn trong hội thi.\n"
        "2. HỘI THI TRÌNH DIỄN ÁO DÀI\n- Thời gian: tháng 5/2024."
    )
    assert (first.title, second.title) == ("Hội thi nấu ăn", "Hội thi trình diễn áo dài")
    assert "Hội thi" not in (*first.aliases, *second.aliases)


def test_what_a_section_says_of_none_of_its_activities_is_kept() -> None:
    found = plan(
        "1. Lễ phát động\n- Thời gian: tháng 4/2024.\n2. Yêu cầu chung\n"
        "- Ít nhất 80% xã viên tham gia một hoạt động của tháng này.\n- Đúng giờ."
    )
    assert "Ít nhất 80% xã viên tham gia một hoạt động của tháng này." in [
        *said(found.organisation),
        *(fact.text for each in found.activities for fact in each.content),
    ]
