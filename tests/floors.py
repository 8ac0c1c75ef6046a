"""Reads the house's source and names the places that break one of its rules.

Every rule takes sources and yields breaches; none of them imports what it reads.
"""

import ast
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from graphlib import CycleError, TopologicalSorter
from pathlib import Path, PurePosixPath
from sys import stdlib_module_names

FLOORS = ("campaign", "storage", "handlers", "bot")
"""From the ground up: a file imports only from its own floor or from floors below."""
SYNCHRONOUS = FLOORS[:-1]
HOUSE = (*FLOORS, "sandbox")
OUTSIDE = ("tests", "benchmarks")

HOMES = {
    "aiohttp": ("bot", "sandbox"),
    "alembic": ("storage",),
    "apscheduler": ("bot",),
    "cyclopts": ("bot",),
    "docx": ("bot",),
    "multidict": ("bot", "sandbox"),
    "openpyxl": ("bot.files",),
    "PIL": ("bot.files",),
    "prometheus_client": ("bot",),
    "pydantic": ("campaign.plan", "storage", "bot"),
    "pydantic_core": ("campaign.plan", "bot"),
    "pydantic_settings": ("bot",),
    "pypdfium2": ("bot",),
    "rapidfuzz": ("campaign",),
    "rich": ("bot",),
    "sqlalchemy": ("storage",),
    "sqlmodel": ("storage",),
    "structlog": ("bot",),
    "telegram": ("bot",),
    "tomli_w": ("campaign.plan",),
    "vnlunar": ("campaign",),
    "yarl": ("bot", "sandbox"),
}
"""Every library that the house uses, and who may import it."""

WORLDLY = {
    *("asyncio", "concurrent", "multiprocessing", "queue", "signal", "subprocess", "threading"),
    *("glob", "io", "logging", "os", "pathlib", "shelve", "shutil", "sys", "tempfile"),
    *("http", "selectors", "socket", "sqlite3", "ssl", "urllib"),
    *("random", "secrets"),
}
"""Modules of the standard library that reach for processes, files, networks or chance."""

FILE_ACCESS = {"open", "read_text", "read_bytes", "write_text", "write_bytes", "iterdir"}
CLOCKS = ("bot.clock", "sandbox.clock")
CALENDARS = {"date", "datetime", "Date", "DateTime", "Day"}
CLOCK_READS = {"now", "utcnow", "today", "current_timestamp", "current_date"}


ASYNC = (ast.AsyncFunctionDef, ast.AsyncFor, ast.AsyncWith, ast.Await)


@dataclass(frozen=True, slots=True)
class Breach:
    """A place that breaks a rule."""

    path: PurePosixPath
    line: int
    what: str

    def __str__(self) -> str:
        return f"{self.path}:{self.line}: {self.what}"


@dataclass(frozen=True)
class Source:
    """One file of the house; `path` is relative to the project."""

    path: PurePosixPath
    text: str

    @cached_property
    def nodes(self) -> tuple[ast.AST, ...]:
        return tuple(ast.walk(ast.parse(self.text, str(self.path))))

    @property
    def module(self) -> str:
        parts = self.path.with_suffix("").parts
        return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)

    @property
    def floor(self) -> str:
        return self.path.parts[0]

    def breach(self, node: ast.AST, what: str) -> Breach:
        return Breach(self.path, getattr(node, "lineno", 1), what)

    def imports(self) -> Iterator[tuple[ast.AST, str]]:
        """Yield each imported name in full, wherever it stands: "campaign.messages.Chat"."""
        for node in self.nodes:
            if isinstance(node, ast.Import):
                yield from ((node, alias.name) for alias in node.names)
            elif isinstance(node, ast.ImportFrom):
                origin = self._origin(node)
                yield from ((node, f"{origin}.{alias.name}") for alias in node.names)

    def _origin(self, node: ast.ImportFrom) -> str:
        if not node.level:
            return node.module or ""
        package = self.path.parent.parts
        above = package[: len(package) - node.level + 1]
        return ".".join((*above, node.module) if node.module else above)


Rule = Callable[[Iterable[Source]], Iterator[Breach]]


def read_house(root: Path) -> tuple[Source, ...]:
    """Return every Python file of the floors and of the sandbox."""
    return tuple(
        Source(PurePosixPath(path.relative_to(root).as_posix()), path.read_text("utf-8"))
        for folder in HOUSE
        for path in sorted((root / folder).rglob("*.py"))
    )


def imports_go_down(sources: Iterable[Source]) -> Iterator[Breach]:
    for source in sources:
        for node, name in source.imports():
            target = name.partition(".")[0]
            if target in (*HOUSE, *OUTSIDE) and target not in _reachable(source.floor):
                yield source.breach(node, f"{source.floor} imports {name}")


def _reachable(floor: str) -> tuple[str, ...]:
    if floor == "bot":
        return HOUSE  # the composition root may start the sandbox, too
    return FLOORS[: FLOORS.index(floor) + 1] if floor in FLOORS else (floor,)


def no_import_circles(sources: Iterable[Source]) -> Iterator[Breach]:
    """Yield one breach for the first circle found, typing-only and local imports included."""
    modules = {source.module: source for source in sources}
    graph = {name: set(_imported_modules(modules[name], modules)) for name in modules}
    try:
        TopologicalSorter(graph).prepare()
    except CycleError as error:
        circle: list[str] = list(reversed(error.args[1]))
        importer, imported = modules[circle[0]], circle[1]
        line = next(n for n, name in importer.imports() if _resolve(name, modules) == imported)
        yield importer.breach(line, " imports ".join(circle))


def _imported_modules(source: Source, modules: Iterable[str]) -> Iterator[str]:
    for _, name in source.imports():
        module = _resolve(name, modules)
        if module and module != source.module:
            yield module


def _resolve(name: str, modules: Iterable[str]) -> str | None:
    """Return the module that "package.module.Name" takes Name from."""
    return next((module for module in (name, name.rpartition(".")[0]) if module in modules), None)


def libraries_stay_home(sources: Iterable[Source]) -> Iterator[Breach]:
    for source in sources:
        for node, name in source.imports():
            library = name.partition(".")[0]
            if library in stdlib_module_names or library in (*HOUSE, *OUTSIDE):
                continue
            if library not in HOMES:
                yield source.breach(node, f"{library} has no home yet: add it to HOMES")
            elif not any(_within(source.module, home) for home in HOMES[library]):
                yield source.breach(node, f"{library} belongs in {' or '.join(HOMES[library])}")


def _within(module: str, package: str) -> bool:
    return module == package or module.startswith(f"{package}.")


def async_stays_at_the_top(sources: Iterable[Source]) -> Iterator[Breach]:
    for source in _on(SYNCHRONOUS, sources):
        for node in source.nodes:
            if isinstance(node, ASYNC):
                yield source.breach(node, "async below bot/")
        for node, name in source.imports():
            if name.partition(".")[0] == "asyncio":
                yield source.breach(node, "asyncio below bot/")


def the_clock_has_one_home(sources: Iterable[Source]) -> Iterator[Breach]:
    """Yield readings of the day or the hour, in Python or in SQL; elsewhere time is an argument."""
    for source in sources:
        if source.module in CLOCKS:
            continue
        for node in source.nodes:
            if isinstance(node, ast.Attribute) and _reads_clock(node, source):
                yield source.breach(node, f"reads the clock: {ast.unparse(node)}")
        for node, name in source.imports():
            if name in ("time.time", "time.time_ns") or _stopwatch_below_bot(source, name):
                yield source.breach(node, f"reads the clock: {name}")


def _stopwatch_below_bot(source: Source, name: str) -> bool:
    return source.floor in SYNCHRONOUS and name.partition(".")[0] == "time"


def _reads_clock(node: ast.Attribute, source: Source) -> bool:
    receiver = ast.unparse(node.value).rpartition(".")[2]
    if node.attr in ("time", "time_ns"):
        return receiver == "time"
    if node.attr not in CLOCK_READS:
        return False
    called = any(isinstance(other, ast.Call) and other.func is node for other in source.nodes)
    return receiver in CALENDARS or (called and source.floor in SYNCHRONOUS)


def campaign_is_pure(sources: Iterable[Source]) -> Iterator[Breach]:
    for source in _on(("campaign",), sources):
        for node, name in source.imports():
            if name.partition(".")[0] in WORLDLY:
                yield source.breach(node, f"campaign imports {name}")
        for node in source.nodes:
            if isinstance(node, ast.Call) and _called(node) in FILE_ACCESS:
                yield source.breach(node, f"campaign reads or writes a file: {_called(node)}()")


def _called(node: ast.Call) -> str:
    return ast.unparse(node.func).rpartition(".")[2]


def _on(floors: tuple[str, ...], sources: Iterable[Source]) -> Iterator[Source]:
    return (source for source in sources if source.floor in floors)


RULES: tuple[Rule, ...] = (
    imports_go_down,
    no_import_circles,
    libraries_stay_home,
    async_stays_at_the_top,
    the_clock_has_one_home,
    campaign_is_pure,
)
