import datetime
import inspect

from storage import audit
from storage.audit import AuditLine, AuditRecord
from storage.database import Unit

NOW = datetime.datetime(2024, 3, 8, 5, tzinfo=datetime.UTC)


def details(lines: list[AuditLine]) -> list[str]:
    return [line.record.detail for line in lines]


def test_lines_come_back_the_newest_first(unit: Unit) -> None:
    for number in range(5):
        audit.add(unit, NOW, 7, "nam-dinh-2024", "approve", str(number))

    newest = audit.page(unit, {"nam-dinh-2024"}, 3)

    assert details(newest) == ["4", "3", "2"]
    assert newest[0].record == AuditRecord(NOW, 7, "nam-dinh-2024", "approve", "4")


def test_a_page_begins_before_the_line_with_which_the_last_one_ended(unit: Unit) -> None:
    for number in range(5):
        audit.add(unit, NOW, 7, "nam-dinh-2024", "approve", str(number))
    newest = audit.page(unit, {"nam-dinh-2024"}, 3)

    older = audit.page(unit, {"nam-dinh-2024"}, 3, newest[-1].id)

    assert details(older) == ["1", "0"]
    assert audit.page(unit, {"nam-dinh-2024"}, 3, older[-1].id) == []


def test_refusals_of_one_person_are_one_line_where_the_last_of_them_was(unit: Unit) -> None:
    for user, action, detail in (
        (8, "refused", "a"),
        (9, "refused", "b"),
        (7, "approve", "c"),
        (7, "approve", "d"),
        (9, "refused", "e"),
        (9, "refused", "f"),
        (7, "refused", "g"),
    ):
        audit.add(unit, NOW, user, None, action, detail)

    newest = audit.page(unit, None, 9)

    assert [(line.record.detail, line.more) for line in newest] == [
        *(("g", 0), ("f", 2)),
        *(("d", 0), ("c", 0)),
        ("a", 0),
    ]
    before_them = audit.page(unit, None, 9, newest[1].id)
    assert [(line.record.detail, line.more) for line in before_them] == [
        *(("e", 1), ("d", 0), ("c", 0)),
        ("a", 0),
    ]


def test_each_campaign_has_lines_of_its_own_and_all_have_everything(unit: Unit) -> None:
    audit.add(unit, NOW, 7, "nam-dinh-2024", "approve", "a")
    audit.add(unit, NOW, 7, "hai-duong-2024", "approve", "b")
    audit.add(unit, NOW, 7, None, "refused", "c")

    assert details(audit.page(unit, {"nam-dinh-2024"}, 9)) == ["a"]
    assert details(audit.page(unit, {"nam-dinh-2024", "hai-duong-2024"}, 9)) == ["b", "a"]
    assert details(audit.page(unit, set(), 9)) == []
    assert details(audit.page(unit, None, 9)) == ["c", "b", "a"]


def test_a_long_detail_is_cut(unit: Unit) -> None:
    audit.add(unit, NOW, 7, None, "refused", "ế" * 300)

    assert details(audit.page(unit, None, 1)) == ["ế" * 255]


def test_the_last_thing_done_to_a_group_is_found_and_not_another_group_s(unit: Unit) -> None:
    for user, action, detail in (
        (1, "approve", "-100 A"),
        (2, "approve", "-100 A"),
        (3, "reject", "-100 A"),
        (4, "approve", "-1001 B"),
        (5, "approve", "-10 C"),
        (6, "approve", "-100"),
    ):
        audit.add(unit, NOW, user, "nam-dinh-2024", action, detail)

    found = audit.latest(unit, -100, ["approve"])

    assert found == AuditRecord(NOW, 2, "nam-dinh-2024", "approve", "-100 A")
    assert audit.latest(unit, -7, ["approve"]) is None


def test_the_log_can_only_be_added_to() -> None:
    offered = {
        name
        for name, each in inspect.getmembers(audit, inspect.isfunction)
        if each.__module__ == audit.__name__
    }

    assert offered == {"add", "latest", "page"}
