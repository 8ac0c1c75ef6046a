"""The process that reads one document: its bytes come in, what was read goes out as JSON."""

import resource
import sys

from pydantic import TypeAdapter

from bot.documents.errors import DocumentError
from bot.documents.opening import document_in
from campaign.reader.reading import Reading, read

_MEMORY = 1 << 30
_SECONDS = 25


def main() -> int:
    """Read standard input as the file that the argument names; a refusal is its code and exit 1."""
    resource.setrlimit(resource.RLIMIT_AS, (_MEMORY, _MEMORY))
    resource.setrlimit(resource.RLIMIT_CPU, (_SECONDS, _SECONDS))
    try:
        reading = read(document_in(sys.stdin.buffer.read(), sys.argv[1]))
    except DocumentError as error:
        sys.stdout.write(error.code)
        return 1
    except (MemoryError, RecursionError):
        sys.stdout.write("slow")
        return 1
    sys.stdout.buffer.write(TypeAdapter(Reading).dump_json(reading))
    return 0


if __name__ == "__main__":
    sys.exit(main())
