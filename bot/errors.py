"""What keeps the bot from starting, or from going on."""


class StartError(Exception):
    """`str()` of it is one line for the operator, without any secret."""
