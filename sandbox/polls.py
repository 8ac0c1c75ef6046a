"""Polls: how they look, and what happens when people vote."""

from sandbox.chats import Message
from sandbox.people import Json, User
from sandbox.world import World


def vote(world: World, message: Message, user: User, choices: list[int]) -> None:
    """Let `user` choose options of a poll by number; none takes the vote back.

    The bot that asked hears of the figures, and of the person unless the poll is anonymous.
    Raises ValueError when the poll is closed, or the person voted and may not vote again.
    """
    poll: Json = message.content["poll"]
    if poll["is_closed"]:
        raise ValueError("the poll is closed")
    if user.id in message.votes and not poll["allows_revoting"]:
        raise ValueError("a vote cannot be changed here")
    message.votes[user.id] = choices
    counted = [
        option | {"voter_count": sum(number in chosen for chosen in message.votes.values())}
        for number, option in enumerate(poll["options"])
    ]
    total = sum(bool(chosen) for chosen in message.votes.values())
    _replace(world, message, poll | {"options": counted, "total_voter_count": total})
    bot = world.bot_of(message.sender)
    if bot and not poll["is_anonymous"]:
        answer = {
            "poll_id": poll["id"],
            "user": user.as_json(),
            "option_ids": choices,
            "option_persistent_ids": [
                poll["options"][number]["persistent_id"] for number in choices
            ],
        }
        world.tell(bot, "poll_answer", answer, lane=f"poll {poll['id']}")


def close(world: World, message: Message) -> Json:
    """Close a poll and return it."""
    return _replace(world, message, message.content["poll"] | {"is_closed": True})


def _replace(world: World, message: Message, poll: Json) -> Json:
    message.content = {"poll": poll}
    world.edited(message)
    if bot := world.bot_of(message.sender):
        world.tell(bot, "poll", poll, lane=f"poll {poll['id']}")
    return poll
