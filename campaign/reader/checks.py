from dataclasses import dataclass
@dataclass(frozen=True, slots=True)
class Problem:
    line: int | None
    code: str
    parts: tuple = ()
def problems_of(reading, lines):
    return ()
