"""Traps of pins."""


@trap("out")
def wrong_level(level, pin):
    """A level that is no number."""
    report("TypeError: a pin's level must be an int, not '")
    report_type(level)
    report("'")
    fail()
