"""Pictures and documents, and fetching them again."""

from pathlib import PurePath

import aiohttp

from sandbox.calls import Call
from sandbox.errors import ApiError, bad_request
from sandbox.files import LARGEST, MEGABYTE, File, FileKind, content_of, described, keep, kind_of
from sandbox.methods.addressing import writable
from sandbox.methods.sending import send
from sandbox.methods.texts import caption_content
from sandbox.people import Json

_DOWNLOAD = 20 * MEGABYTE


async def send_photo(call: Call) -> Json:
    """Do sendPhoto: PNG and JPEG, in one size."""
    return await _send(call, "photo")


async def send_document(call: Call) -> Json:
    """Do sendDocument."""
    return await _send(call, "document")


async def _send(call: Call, kind: FileKind) -> Json:
    caption = caption_content(call)
    chat = writable(call, f"can_send_{kind}s", f"{kind}s")
    file_id = await _file(call, kind)
    try:
        content = content_of(file_id, call.world.files[file_id])
    except ValueError:
        raise bad_request("IMAGE_PROCESS_FAILED") from None
    return send(call, chat, content | caption).as_json()


async def _file(call: Call, kind: FileKind) -> str:
    """Return the id of what a call sends: an upload, a known file, or the content of a URL."""
    given = call.text(kind)
    upload = call.files.get(given.removeprefix("attach://") if given else kind)
    if upload is None and not given:
        raise bad_request(f"there is no {kind} in the request")
    if upload is None and given in call.world.files:
        if kind_of(given) != kind:
            raise bad_request(f"can't use file of type {kind_of(given).title()} as {kind.title()}")
        return given
    if upload is None and given.startswith(("http://", "https://")):
        upload = await _fetched(given)
    if upload is None:
        raise bad_request(
            "wrong file identifier/HTTP URL specified"
            if "/" in given
            else "wrong remote file identifier specified: Wrong string length"
        )
    if not upload.data:
        raise bad_request("file must be non-empty")
    if len(upload.data) > LARGEST[kind]:
        raise ApiError(413, "Request Entity Too Large")
    return keep(call.world.files, upload, kind)


async def _fetched(url: str) -> File:
    try:
        async with (
            aiohttp.ClientSession(raise_for_status=True) as session,
            session.get(url, timeout=aiohttp.ClientTimeout(total=5)) as response,
        ):
            data = await response.content.read(_DOWNLOAD + 1)
            return File(response.url.name or "file", response.content_type, data)
    except (aiohttp.ClientError, TimeoutError, ValueError):
        raise bad_request("failed to get HTTP URL content") from None


def get_file(call: Call) -> Json:
    """Do getFile: the path is good for `/file/bot<TOKEN>/<path>`."""
    file_id = call.text("file_id")
    if not file_id:
        raise bad_request("file_id not specified")
    file = call.world.files.get(file_id)
    if file is None:
        raise bad_request("invalid file_id")
    if len(file.data) > _DOWNLOAD:
        raise bad_request("file is too big")
    path = f"files/{file_id}{PurePath(file.name).suffix}"
    return described(file_id, file) | {"file_path": path}


def file_at(files: dict[str, File], path: str) -> File | None:
    """Return the file that getFile gave `path` for."""
    return files.get(PurePath(path).stem) if path.startswith("files/") else None
