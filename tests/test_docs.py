"""What can be typed or configured is documented, and what is documented exists."""

import re
from collections.abc import Iterator
from pathlib import Path

from pydantic import BaseModel
from pydantic.fields import FieldInfo

from bot.config import SHIPPED_PLANS, Config

ROOT = Path(__file__).parents[1]
ROW = re.compile(r"^\| `([\w.]+)` \| `(LOA_\w+)` \| (.+?) \|", re.MULTILINE)


def read(path: str) -> str:
    return (ROOT / path).read_text("utf-8")


def config_keys() -> Iterator[tuple[str, str, str]]:
    for name, field in Config.model_fields.items():
        section = field.annotation
        if isinstance(section, type) and issubclass(section, BaseModel):
            for key, inner in section.model_fields.items():
                yield f"{name}.{key}", f"LOA_{name}__{key}".upper(), default(inner)
        else:
            yield name, f"LOA_{name}".upper(), default(field)


def default(field: FieldInfo) -> str:
    value = field.default
    if value is None or value == ():
        return "none"
    if value == SHIPPED_PLANS:
        return f"`{SHIPPED_PLANS.name}`"
    return f"`{str(value).lower() if isinstance(value, bool) else value}`"


def test_every_configuration_key_is_documented_with_its_variable_and_default() -> None:
    assert ROW.findall(read("docs/configuration.md")) == list(config_keys())
