from collections import Counter

from prometheus_client.parser import text_string_to_metric_families

from bot.exposition import Standing, render
from bot.metrics import Figures


def samples(figures: Figures, kept: Standing | None) -> dict[tuple[str, ...], float]:
    body, _ = render(figures, kept)
    return {
        (sample.name, *sample.labels.values()): sample.value
        for family in text_string_to_metric_families(body.decode())
        for sample in family.samples
    }


def test_every_figure_has_its_name() -> None:
    figures = Figures(
        updates=7,
        refusals=1,
        deliveries=Counter({("reply", "sent"): 3, ("announcement", "failed"): 2}),
        reply_seconds=1.5,
        replies=Counter({0.05: 2, 1.0: 1, float("inf"): 1}),
    )
    kept = Standing({("announcement", "queued"): 4}, {"running": 1}, 12.5)
    found = samples(figures, kept)
    assert found[("loa_reply_seconds_bucket", "0.05")] == 2
    assert found[("loa_reply_seconds_bucket", "0.5")] == 2
    assert found[("loa_reply_seconds_bucket", "60.0")] == 3
    rest = {name: value for name, value in found.items() if "bucket" not in name[0]}
    assert rest == {
        ("loa_updates_total",): 7,
        ("loa_refusals_total",): 1,
        ("loa_deliveries_total", "reply", "sent"): 3,
        ("loa_deliveries_total", "announcement", "failed"): 2,
        ("loa_reply_seconds_count",): 4,
        ("loa_reply_seconds_sum",): 1.5,
        ("loa_outbox_rows", "announcement", "queued"): 4,
        ("loa_outbox_oldest_due_seconds",): 12.5,
        ("loa_broadcasts", "running"): 1,
    }


def test_without_a_database_the_process_is_told_of_alone() -> None:
    names = {name for name, *_ in samples(Figures(), None)}
    assert "loa_updates_total" in names
    assert not {name for name in names if name.startswith(("loa_outbox", "loa_broadcasts"))}
