from pathlib import Path

import pytest

from bot import plans
from bot.config import SHIPPED_PLANS
from campaign.plan.toml import PlanError

NAM_DINH = SHIPPED_PLANS / "nam-dinh-2024.toml"


def problems(folder: Path, *files: Path) -> list[str]:
    with pytest.raises(PlanError) as caught:
        plans.load(folder, files)
    return list(caught.value.problems)


def test_the_shipped_plans_are_known_by_the_names_of_their_files() -> None:
    loaded = plans.load(SHIPPED_PLANS)
    assert list(loaded) == ["hai-duong-2024", "nam-dinh-2024"]
    assert [len(book.plan.activities) for book in loaded.values()] == [5, 12]


def test_a_further_file_is_a_campaign_named_after_its_stem(tmp_path: Path) -> None:
    file = tmp_path / "another-2025.toml"
    file.write_text(NAM_DINH.read_text("utf-8"), "utf-8")
    assert plans.load(SHIPPED_PLANS, [file])["another-2025"].plan.id == "another-2025"


def test_the_problems_of_all_files_are_told_at_once(tmp_path: Path) -> None:
    (tmp_path / "one.toml").write_text("title = ", "utf-8")
    (tmp_path / "two.toml").write_bytes(b"\xff")
    found = problems(tmp_path, tmp_path / "three.toml")
    assert len(found) == 3
    assert found[0].startswith(f"{tmp_path / 'one.toml'}: line 1: ")
    assert found[1] == f"{tmp_path / 'two.toml'}: not UTF-8 at byte 0"
    assert found[2] == f"{tmp_path / 'three.toml'}: No such file or directory"


def test_a_folder_that_is_absent_or_empty_is_told(tmp_path: Path) -> None:
    assert problems(tmp_path / "no") == [f"campaigns.folder: there is no folder {tmp_path / 'no'}"]
    assert problems(tmp_path) == [f"campaigns.folder: {tmp_path} holds no plan (*.toml)"]


def test_the_default_campaign_is_the_configured_or_the_only_one() -> None:
    loaded = plans.load(SHIPPED_PLANS)
    only = {"nam-dinh-2024": loaded["nam-dinh-2024"]}
    assert plans.default(loaded, "hai-duong-2024") == "hai-duong-2024"
    assert plans.default(only, None) == "nam-dinh-2024"


@pytest.mark.parametrize(
    ("configured", "said"), [(None, "required with several plans"), ("x", "no plan x")]
)
def test_a_default_that_is_not_there_is_told(configured: str | None, said: str) -> None:
    with pytest.raises(PlanError, match=said):
        plans.default(plans.load(SHIPPED_PLANS), configured)


@pytest.mark.parametrize(
    ("stem", "campaign"),
    [
        ("Nam_Dinh-2024", "Nam_Dinh-2024"),
        ("plan.v2", "plan-v2"),
        ("kế hoạch", "ke-hoach"),
        ("ke\u0302\u0301 hoa\u0323ch", "ke-hoach"),
        ("Đề án (bản cuối)", "de-an-ban-cuoi"),
        ("a" * 39 + " b", "a" * 39),
        ("计划", "plan"),
    ],
)
def test_a_further_file_of_any_name_gets_an_id(stem: str, campaign: str, tmp_path: Path) -> None:
    file = tmp_path / f"{stem}.toml"
    file.write_text(NAM_DINH.read_text("utf-8"), "utf-8")
    assert plans.load(SHIPPED_PLANS, [file])[campaign].plan.id == campaign
