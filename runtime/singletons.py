"""The classes of None, Ellipsis and NotImplemented."""


@builtin(tag=NONE, hidden=True)
class NoneType:
    """The type of the None singleton."""

    def __new__(cls, /):
        return None

    def __bool__(self):
        return False

    def __repr__(self):
        return "None"


@builtin(tag=NONE, hidden=True)
class ellipsis:
    """The type of the Ellipsis singleton."""

    def __new__(cls, /):
        return Ellipsis

    def __repr__(self):
        return "Ellipsis"


@builtin(tag=NONE, hidden=True)
class NotImplementedType:
    """The type of the NotImplemented singleton."""

    def __new__(cls, /):
        return NotImplemented

    def __repr__(self):
        return "NotImplemented"
