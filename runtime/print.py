"""Values as text, like str()."""


def write(value):
    """Writes a value to the standard output."""
    send_value(value, OUTPUT)


def write_string(text):
    """Writes a string to the standard output."""
    send_string(text, OUTPUT)


def send_value(value, stream):
    """Writes a value."""
    kind = tag(value)
    if kind == INT:
        send_int(value, stream)
    elif kind == STR:
        send_string(value, stream)
    elif kind == NONE:
        send_string("None", stream)
    elif kind == BOOL:
        if value:
            send_string("True", stream)
        else:
            send_string("False", stream)
    else:
        not_yet("printing functions is")


def send_int(value, stream):
    """Writes an integer in decimal. Digits come from a divisor with the number's
    sign, since the smallest integer has no positive counterpart."""
    if value < 0:
        send(45, stream)
        if value // -10:
            send_int(value // -10, stream)
        send(48 - value % -10, stream)
    else:
        if value > 9:
            send_int(value // 10, stream)
        send(48 + value % 10, stream)
