"""Methods of builtin classes, called with something that is no plain instance."""


UNDERSCORE = 95


def unwrap_self(value, cls, name):
    """What a method of cls works on: the payload of value, or value itself if it has that of a base class."""
    payload = payload_of(value)
    if is_instance(payload, cls):
        return payload
    if is_instance(value, cls):
        return value
    wrong_self(value, cls, name)


def wrong_self(value, cls, name):
    """Raises for a method that was called with an instance of another class."""
    wanted = ld(cls, CLASS_NAME)
    if char_at(name, 0) == UNDERSCORE:
        raise TypeError(f"descriptor '{name}' requires a '{wanted}' object but received a '{type_name(value)}'")
    raise TypeError(
        f"descriptor '{name}' for '{wanted}' objects doesn't apply to a '{type_name(value)}' object"
    )
