from tests.bot.commands import office
from tests.bot.commands.terminal import Terminal


def test_figures_and_what_is_stuck_are_shown_without_any_text(terminal: Terminal) -> None:
    office.fill(f"sqlite:///{terminal.folder / 'loa.db'}")
    ended = terminal.loa("outbox")
    assert (ended.status, ended.err) == (0, "")
    assert [line.split() for line in ended.out.splitlines()] == [
        "kind queued sending sent failed unknown gone expired cancelled".split(),
        "announcement 1 0 1 1 1 0 0 0".split(),
        ["stuck:", "2"],
        "id kind chat state since reason".split(),
        ["1", "announcement", "-4", "unknown", "2024-03-08", "12:00"],
        ["3", "announcement", "-2", "queued", "2024-03-08", "12:00"],
    ]
    assert "Mời họp" not in ended.out


def test_where_no_bot_has_run_nothing_is_made(terminal: Terminal) -> None:
    ended = terminal.loa("outbox")
    assert (ended.status, ended.out) == (1, "")
    assert ended.err == (
        f"loa: there is no database {terminal.folder / 'loa.db'}: see database.url\n"
    )
    assert list(terminal.folder.iterdir()) == []
