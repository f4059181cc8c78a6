"""The class bool."""


@builtin(tag=BOOL)
class bool(int):
    """bool(x) -> bool

Returns True when the argument x is true, False otherwise.
The builtins True and False are the only two instances of the class bool.
The class bool is a subclass of the class int, and cannot be subclassed."""

    def __new__(cls, x=False, /):
        return truth(x)

    def __repr__(self, /):
        if self:
            return "True"
        return "False"

    def __and__(self, other, /):
        return bool_operation(self, payload_of(other), int_and)

    __rand__ = __and__

    def __or__(self, other, /):
        return bool_operation(self, payload_of(other), int_or)

    __ror__ = __or__

    def __xor__(self, other, /):
        return bool_operation(self, payload_of(other), int_xor)

    __rxor__ = __xor__


def bool_operation(a, b, function):
    """A bitwise operation, which is a bool for two bools."""
    if is_number(b):
        return function(a, b)
    return NotImplemented
