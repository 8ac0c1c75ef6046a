"""What the sections of the configuration are made of."""

import json
from contextlib import suppress

from pydantic import BaseModel, BeforeValidator, ConfigDict


def list_of(what: str) -> BeforeValidator:
    """Read a list from an environment variable, which carries it as JSON."""

    def from_json(value: object) -> object:
        if not isinstance(value, str):
            return value
        with suppress(ValueError, RecursionError):
            if isinstance(found := json.loads(value), list):
                return found
        raise ValueError(f"expected a JSON list of {what}")

    return BeforeValidator(from_json)


class Section(BaseModel):
    """What all sections have in common."""

    model_config = ConfigDict(
        frozen=True, extra="forbid", validate_default=True, hide_input_in_errors=True
    )
