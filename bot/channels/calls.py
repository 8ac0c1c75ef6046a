"""What is to be sent, as calls of the Bot API; they are JSON, and kept in the outbox as such."""

import json
from dataclasses import dataclass
from typing import Any, Self

from bot.channels.html import split, to_html
from campaign.messages import (
    Acknowledge,
    Buttons,
    Chat,
    Content,
    Edit,
    Fetch,
    Made,
    Outgoing,
    Post,
    Send,
    SendFile,
    Text,
    plain,
)

Parameters = dict[str, Any]

_NO_PREVIEW = {"is_disabled": True}

MADE = "made"
"""The parameter of a call whose file is made when the call is."""
FETCH = "fetch"
"""The name of an errand, in the place of a method: no call of the Bot API, but kept as one."""


@dataclass(frozen=True, slots=True)
class Call:
    """A method of the Bot API with its parameters."""

    method: str
    parameters: Parameters

    @property
    def chat_id(self) -> int | None:
        """The chat that it is about."""
        chat_id: int | None = self.parameters.get("chat_id")
        return chat_id

    def anew(self) -> Self:
        """Return the call that sends what this one would have put into a message that is gone."""
        rest = {key: value for key, value in self.parameters.items() if key != "message_id"}
        return type(self)("sendMessage", rest)

    def to_json(self) -> str:
        """Return the call as it is kept."""
        return json.dumps([self.method, self.parameters], ensure_ascii=False)

    @classmethod
    def from_json(cls, text: str) -> Self:
        """Return the call that was kept as `text`."""
        return cls(*json.loads(text))


def calls(outgoing: Outgoing) -> list[Call]:
    """Return the calls that send `outgoing`: several for a long text, none for an empty one.

    The buttons are under the last one.
    """
    match outgoing:
        case Acknowledge():
            answer = {"callback_query_id": outgoing.press_id, "text": outgoing.notice}
            return [Call("answerCallbackQuery", answer)]
        case Post():
            return [post(outgoing.chat, outgoing.content, outgoing.buttons)]
        case Send() | Edit():
            return _texts(outgoing)
        case SendFile():
            return [_file(outgoing)]
        case Fetch():
            return [_errand(outgoing)]


def post(chat: Chat, content: Content, buttons: Buttons = ()) -> Call:
    """Return the call that shows `content` as it was written (Bot API, sendMessage, sendPhoto)."""
    parameters: Parameters = {"chat_id": chat.id, **written(content), **_markup(buttons)}
    if chat.thread is not None:
        parameters["message_thread_id"] = chat.thread
    if content.media is None:
        return Call("sendMessage", parameters)
    kind = content.media.kind
    return Call(f"send{kind.capitalize()}", {**parameters, kind: content.media.file})


def rewrite(chat_id: int, message_id: int, content: Content, buttons: Buttons = ()) -> Call:
    """Return the call that gives a posted message the words of `content`; its media stay."""
    method = "editMessageText" if content.media is None else "editMessageCaption"
    place = {"chat_id": chat_id, "message_id": message_id}
    return Call(method, {**place, **written(content), **_markup(buttons)})


def written(content: Content) -> Parameters:
    """Return the parameters for the words of `content`."""
    entities = [dict(entity) for entity in content.entities]
    if content.media is None:
        return {"text": content.text, "entities": entities}
    return {"caption": content.text, "caption_entities": entities}


def _texts(outgoing: Send | Edit) -> list[Call]:
    texts = [_message(outgoing.chat, piece) for piece in split(outgoing.text)]
    if not texts:
        return []
    made = [Call("sendMessage", text) for text in texts]
    if isinstance(outgoing, Edit):
        texts[0]["message_id"] = outgoing.message_id
        made[0] = Call("editMessageText", texts[0])
    elif outgoing.reply_to is not None:
        texts[0]["reply_parameters"] = quoting(outgoing.reply_to)
    texts[-1].update(_markup(outgoing.buttons))
    return made


def made_of(call: Call) -> Made:
    """Return what file a call with the parameter MADE sends."""
    kind, what, *about = call.parameters[MADE]
    return Made(kind, what, tuple(about))


def fetch_of(call: Call) -> Fetch:
    """Return the errand that was kept as a call."""
    given = call.parameters
    rest = {name: given[name] for name in ("message_id", "sender_id", "file", "reader")}
    return Fetch(Chat(given["chat_id"], given["chat"]), **rest, about=tuple(given["about"]))


def _file(outgoing: SendFile) -> Call:
    made, caption = outgoing.file, outgoing.caption
    parameters: Parameters = {"chat_id": outgoing.chat.id}
    if caption:
        parameters["caption"] = plain(caption)
    if outgoing.chat.thread is not None:
        parameters["message_thread_id"] = outgoing.chat.thread
    about = [made.kind, made.what, *made.about]
    return Call(f"send{made.kind.capitalize()}", {**parameters, MADE: about})


def _errand(outgoing: Fetch) -> Call:
    names = ("message_id", "sender_id", "file", "reader", "about")
    given = {name: getattr(outgoing, name) for name in names}
    return Call(FETCH, {"chat_id": outgoing.chat.id, "chat": outgoing.chat.kind, **given})


def quoting(message_id: int) -> Parameters:
    """Return the `reply_parameters` that quote a message where it still exists."""
    return {"message_id": message_id, "allow_sending_without_reply": True}


def _message(chat: Chat, text: Text) -> Parameters:
    message = {
        "chat_id": chat.id,
        "text": to_html(text),
        "parse_mode": "HTML",
        "link_preview_options": _NO_PREVIEW,
    }
    return message if chat.thread is None else {**message, "message_thread_id": chat.thread}


def _markup(buttons: Buttons) -> Parameters:
    keyboard = [
        [{"text": button.label, "callback_data": button.data} for button in row] for row in buttons
    ]
    return {"reply_markup": {"inline_keyboard": keyboard}} if keyboard else {}
