"""The constants Ellipsis and NotImplemented, and the classes of all singletons."""

ELLIPSIS: builtin(name="Ellipsis") = Ellipsis
NOT_IMPLEMENTED: builtin(name="NotImplemented") = NotImplemented
DEBUG: builtin(name="__debug__") = True


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
