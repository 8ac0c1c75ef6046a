"""Who is staff: /nhanvien, invitations by links that work once, and revoking."""

from secrets import token_urlsafe

from campaign.messages import (
    Acknowledge,
    Button,
    Buttons,
    Chat,
    Edit,
    Outgoing,
    Press,
    Send,
    Text,
    plain,
)
from campaign.talk.notices import say
from campaign.talk.staff_words import WORDS
from campaign.talk.times import show_day
from campaign.zone import VIETNAM
from handlers import roles
from handlers.broadcast_cards import preview
from handlers.readers import reader
from handlers.visits import Visit, note
from storage import audit, broadcasts, chats, invitations, staff

PAYLOAD = "staff_"
"""What the payload of an invitation's link begins with (/start in a private chat)."""
_SECRET_BYTES = 24


def command(visit: Visit, _argument: str) -> list[Outgoing]:
    """/nhanvien: the staff of the person's campaigns; owners can invite and revoke."""
    return [visit.say(*_list(visit))]


def invite(visit: Visit, press: Press, arguments: list[str]) -> list[Outgoing]:
    """Make a link that lets one person act for a campaign."""
    campaign = ":".join(arguments)
    if refusal := _refusal(visit, press, campaign):
        return note(press, refusal)
    secret = token_urlsafe(_SECRET_BYTES)
    expires_at = invitations.create(visit.unit, secret, campaign, visit.sender.id, visit.now)
    audit.add(visit.unit, visit.now, visit.sender.id, campaign, "invite")
    local = expires_at.astimezone(VIETNAM)
    time = f"{local:%H:%M} {show_day(local.date())}"
    text = say("invitation", visit.language, campaign=visit.front.label(campaign), time=time)
    link = f"https://t.me/{visit.front.username}?start={PAYLOAD}{secret}"
    return [Acknowledge(press.id), visit.say((*text, "\n", link))]


def revoke(visit: Visit, press: Press, arguments: list[str]) -> list[Outgoing]:
    """Let somebody no longer act for a campaign, from now on; the list shows it.

    They may have got more links than the one that they used, so none that is open works any more.
    """
    user, campaign = arguments[0] if arguments else "", ":".join(arguments[1:])
    if refusal := _refusal(visit, press, campaign):
        return note(press, refusal)
    members = {str(each.user_id): each.user_id for each in staff.members(visit.unit, campaign)}
    if user not in members:
        return note(press, say("already_revoked", visit.language))
    staff.remove(visit.unit, members[user], campaign)
    audit.add(visit.unit, visit.now, visit.sender.id, campaign, "revoke", user)
    ended = invitations.end(visit.unit, campaign, visit.now)
    notice = plain(say("invitations_ended", visit.language)) if ended else ""
    edit = Edit(visit.chat, press.message_id, *_list(visit))
    return [Acknowledge(press.id, notice), edit, *_ahead(visit, members[user], campaign)]


def redeem(visit: Visit, secret: str) -> list[Outgoing]:
    """/start with an invitation: the person is staff from now on, and who invited is told."""
    invitation = invitations.find(visit.unit, secret)
    if invitation is None or invitation.campaign not in visit.front.handbooks:
        return [visit.say(roles.refuse(visit, "invitation_unknown", "/start"))]
    campaign, label = invitation.campaign, visit.front.label(invitation.campaign)
    if campaign in visit.manages:
        return [visit.say(say("already_staff", visit.language, campaign=label))]
    if not invitations.redeem(visit.unit, secret, visit.sender.id, visit.now):
        used = invitation.used_by is not None
        why = roles.refuse(
            visit, "invitation_used" if used else "invitation_expired", "/start", campaign
        )
        return [visit.say(why)]
    staff.add(visit.unit, visit.sender.id, campaign, invitation.created_by, visit.now)
    audit.add(visit.unit, visit.now, visit.sender.id, campaign, "join")
    welcome = say("staff_welcome", visit.language, campaign=label)
    help_ = say("staff_help", visit.language)
    return [visit.say((*welcome, "\n\n", *help_)), _report(visit, invitation.created_by, label)]


def _ahead(visit: Visit, user_id: int, campaign: str) -> list[Outgoing]:
    """Show what the person has written that will go unless somebody takes it back."""
    scheduled = [
        each
        for each in broadcasts.live(visit.unit)
        if (each.author, each.campaign, each.state) == (user_id, campaign, "scheduled")
    ]
    if not scheduled:
        return []
    told = visit.say(say("cast_author_revoked", visit.language, number=str(len(scheduled))))
    return [told, *(each for cast in scheduled for each in preview(reader(visit), cast))]


def _report(visit: Visit, inviter: int, label: str) -> Send:
    text = say(
        "staff_invited",
        chats.language(visit.unit, inviter),
        who=str(visit.sender.id),
        campaign=label,
    )
    return Send(Chat(inviter, "private"), text)


def _refusal(visit: Visit, press: Press, campaign: str) -> Text | None:
    if not visit.owns:
        known = campaign if campaign in visit.front.handbooks else None
        return roles.refuse(visit, "owners_only", press.data, known)
    return None if campaign in visit.manages else say("old_button", visit.language)


def _list(visit: Visit) -> tuple[Text, Buttons]:
    text: Text = ()
    buttons: Buttons = ()
    for campaign in sorted(visit.manages):
        label = visit.front.label(campaign)
        text += ("\n\n", *say("staff_of", visit.language, campaign=label), *_names(visit, campaign))
        if visit.owns:
            buttons += _buttons(visit, campaign, label)
    return text[1:], buttons


def _names(visit: Visit, campaign: str) -> Text:
    text: Text = ()
    for each in staff.members(visit.unit, campaign):
        person = roles.who(each.user_id, visit.sender.id, visit.language)
        day = show_day(each.added_at.astimezone(VIETNAM).date())
        text += ("\n", *say("staff_member", visit.language, who=person, day=day))
    return text or ("\n", *say("staff_nobody", visit.language))


def _buttons(visit: Visit, campaign: str, label: str) -> Buttons:
    invite, revoke = WORDS["invite"][visit.language], WORDS["revoke"][visit.language]
    members = staff.members(visit.unit, campaign)
    return (
        (Button(f"{invite} · {label}", f"invite:{campaign}"),),
        *(
            (Button(f"{revoke} {each.user_id} · {label}", f"revoke:{each.user_id}:{campaign}"),)
            for each in members
        ),
    )
