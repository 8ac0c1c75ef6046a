"""A member asks: free text, and the commands and buttons that ask for something definite."""

from campaign.messages import Outgoing, Reply
from campaign.talk import conversation
from campaign.talk.conversation import Context, Turn
from campaign.talk.notices import say
from campaign.talk.questions import Intent, Span
from handlers import taking
from handlers.visits import Visit
from storage import dialogs, questions
from storage.dialogs import DialogRecord
from storage.questions import QuestionRecord

LONGEST = 1_000
"""How many characters of a question are read."""
_UNANSWERED = {Intent.UNCLEAR, Intent.NOT_STATED}


def ask(visit: Visit, text: str) -> list[Outgoing]:
    """Answer free text, and log it."""
    read = text[:LONGEST]
    turn = conversation.ask(visit.handbook, read, visit.today, visit.context, visit.record.language)
    _keep(visit, turn)
    questions.add(
        visit.unit,
        QuestionRecord(
            asked_at=visit.now,
            chat_id=visit.chat.id,
            campaign=visit.campaign,
            text=read,
            intent=turn.intent,
            activities=turn.activities,
            language=turn.language,
            answered=turn.intent not in _UNANSWERED,
        ),
    )
    unread = turn.intent is Intent.UNCLEAR and len(text) > LONGEST
    notice = say("only_the_beginning", turn.language, limit=str(LONGEST)) if unread else ()
    reply = turn.reply.text + (("\n\n", *notice) if notice else ())
    return [visit.say(reply, turn.reply.buttons + taking.offer(visit, turn.activities))]


def tell(visit: Visit, intent: Intent, span: Span | None = None) -> list[Outgoing]:
    """Send what a command asks for."""
    reply = show(visit, intent, span=span)
    return [visit.say(reply.text, reply.buttons)]


def show(
    visit: Visit,
    intent: Intent,
    *,
    activity: int | None = None,
    span: Span | None = None,
    page: int = 0,
) -> Reply:
    """Return what a command or button asks for; the next question may refer to it."""
    turn = conversation.show(
        visit.handbook,
        intent,
        visit.today,
        activity=activity,
        span=span,
        page=page,
        language=visit.language,
    )
    if turn.context != Context():  # the help in between does not end a conversation
        _keep(visit, turn)
    return turn.reply


def _keep(visit: Visit, turn: Turn) -> None:
    dialogs.save(
        visit.unit,
        DialogRecord(
            chat_id=visit.chat.id,
            user_id=visit.sender.id,
            campaign=visit.campaign,
            context=turn.context.to_json(),
            language=turn.language,
            updated_at=visit.now,
        ),
    )
