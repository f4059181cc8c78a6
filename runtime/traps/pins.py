"""Traps of pins."""


@trap("out")
def wrong_level(level, pin):
    """A level that is no number."""
    raise TypeError(f"a pin's level must be an int, not '{type_name(level)}'")
