"""Pictures and documents, and fetching them again."""

import hashlib
from pathlib import PurePath

import aiohttp

from sandbox.calls import Call
from sandbox.chats import Chat
from sandbox.errors import ApiError, bad_request
from sandbox.files import File
from sandbox.images import size_of
from sandbox.methods.addressing import writable
from sandbox.methods.sending import send
from sandbox.methods.texts import caption_content
from sandbox.people import Json

_MEGABYTE = 1024 * 1024
_DOWNLOAD = 20 * _MEGABYTE
_UPLOAD = 50 * _MEGABYTE
_PHOTO = 10 * _MEGABYTE


async def send_photo(call: Call) -> Json:
    """Do sendPhoto: PNG and JPEG, in one size."""
    caption = caption_content(call)
    chat = writable(call, "can_send_photos", "photos")
    file_id, file = await _file(call, "photo", _PHOTO)
    size = size_of(file.data)
    if size is None:
        raise bad_request("IMAGE_PROCESS_FAILED")
    photo = _described(file_id, file) | {"width": size[0], "height": size[1]}
    return _sent(call, chat, {"photo": [photo]} | caption)


async def send_document(call: Call) -> Json:
    """Do sendDocument."""
    caption = caption_content(call)
    chat = writable(call, "can_send_documents", "documents")
    file_id, file = await _file(call, "document", _UPLOAD)
    document = _described(file_id, file)
    document |= {"file_name": file.name, "mime_type": file.mime_type}
    return _sent(call, chat, {"document": document} | caption)


def _sent(call: Call, chat: Chat, content: Json) -> Json:
    return send(call, chat, content).as_json()


async def _file(call: Call, name: str, limit: int) -> tuple[str, File]:
    """Return what a call sends as `name`: an upload, a known file_id, or the content of a URL."""
    given = call.text(name)
    upload = call.files.get(given.removeprefix("attach://") if given else name)
    if upload is None and not given:
        raise bad_request(f"there is no {name} in the request")
    if upload is None and given in call.world.files:
        return given, call.world.files[given]
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
    if len(upload.data) > limit:
        raise ApiError(413, "Request Entity Too Large")
    return _stored(call, upload), upload


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


def _stored(call: Call, upload: File) -> str:
    digest = hashlib.sha256(upload.name.encode() + b"\0" + upload.data).hexdigest()
    file_id = f"BQ{digest[:40]}"
    call.world.files[file_id] = upload
    return file_id


def _described(file_id: str, file: File) -> Json:
    return {"file_id": file_id, "file_unique_id": file_id[-16:], "file_size": len(file.data)}


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
    return _described(file_id, file) | {"file_path": path}


def file_at(files: dict[str, File], path: str) -> File | None:
    """Return the file that getFile gave `path` for."""
    return files.get(PurePath(path).stem) if path.startswith("files/") else None
