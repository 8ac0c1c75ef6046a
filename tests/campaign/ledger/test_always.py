"""What holds for every list, however odd."""

from hypothesis import given
from hypothesis import strategies as st

from campaign.ledger.declarations import declarations
from campaign.ledger.grids import Grid
from campaign.ledger.lists import Known, read_list
from campaign.ledger.names import district_key, likeliest, name_key, shortened
from campaign.ledger.reasons import say_problems
from campaign.ledger.tables import table
from campaign.messages import plain

words = st.one_of(
    st.text(max_size=12),
    st.sampled_from(["HTX Hoa Sen", "HTX Hoa Sem", "Ý Yên", "y yen", "Nhóm 1", "HTX", "=1", "-"]),
)
rows = st.lists(st.tuples(words, words, words), max_size=12)
known = st.builds(
    Known,
    st.lists(st.tuples(words, words), max_size=5),
    st.lists(words, max_size=4),
)


@given(rows, known)
def test_every_row_is_taken_or_told_and_no_cooperative_is_taken_twice(
    rows: list[tuple[str, str, str]], known: Known
) -> None:
    grid = Grid("x", (("Tên HTX", "Huyện", "Nhóm"), *rows))

    listing = read_list([grid], known)

    filled = {number for number, row in enumerate(rows, start=2) if any(map(str.strip, row))}
    told = {problem.row for problem in listing.problems}
    assert filled <= {entry.row for entry in listing.entries} | told
    if not told:
        keys = [(name_key(each.name), district_key(each.district)) for each in listing.entries]
        assert len(set(keys)) == len(keys)
    for problem in listing.problems:
        for language in ("vi", "en"):
            (text,) = say_problems([problem], language)
            assert plain(text)


@given(st.lists(st.lists(words, min_size=3, max_size=3).map(tuple), max_size=8), known)
def test_any_table_at_all_is_read(rows: list[tuple[str, ...]], known: Known) -> None:
    listing = read_list([Grid("x", tuple(rows))], known)

    assert listing.entries or listing.problems


@given(words, st.lists(words, max_size=8))
def test_what_may_be_meant_is_known_and_is_another_name(said: str, names: list[str]) -> None:
    found = likeliest(said, names)

    assert found is None or (found in names and found != said)


@given(st.text())
def test_a_name_is_one_line_of_what_was_said(text: str) -> None:
    for each in declarations(text):
        assert "\n" not in each.name + each.district
        assert each.name in " ".join(text.split())


@given(words, st.integers(1, 20))
def test_a_shortened_name_fits(name: str, longest: int) -> None:
    assert len(shortened(name, longest)) <= longest


@given(st.lists(st.lists(st.text("ab đ", max_size=20), min_size=3, max_size=3), min_size=1))
def test_the_columns_of_a_table_stand(rows: list[list[str]]) -> None:
    lines = table(rows).split("\n")

    assert len(lines) == len(rows)
    assert max(map(len, lines)) <= 16 + 2 * 21
