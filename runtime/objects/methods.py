"""Methods of builtin classes, called with something that is no plain instance."""


UNDERSCORE = 95


def unwrap_self(value, cls, name):
    """The payload that a method of cls works on, if value is an instance of a subclass."""
    payload = payload_of(value)
    order = ld(class_of(payload), CLASS_MRO)
    for i in range(ld(order, TUPLE_LENGTH)):
        if ld(order, TUPLE_ITEMS + i) is cls:
            return payload
    wrong_self(value, cls, name)


def wrong_self(value, cls, name):
    """Raises for a method that was called with an instance of another class."""
    wanted = ld(cls, CLASS_NAME)
    if char_at(name, 0) == UNDERSCORE:
        raise TypeError(f"descriptor '{name}' requires a '{wanted}' object but received a '{type_name(value)}'")
    raise TypeError(
        f"descriptor '{name}' for '{wanted}' objects doesn't apply to a '{type_name(value)}' object"
    )
