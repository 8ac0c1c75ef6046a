"""Why a file cannot be read."""

from campaign.reader.refusals import Refusal, refusal


class DocumentError(Exception):
    """A file that cannot be read. `code` names the reason, `str()` says it in two languages."""

    def __init__(self, code: Refusal) -> None:
        super().__init__(f"{refusal(code, 'vi')} / {refusal(code, 'en')}")
        self.code: Refusal = code
