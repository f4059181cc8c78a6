"""Attributes of builtin classes cannot be set."""

for action in (
    lambda: setattr(int, "x", 1),
    lambda: setattr(5, "x", 1),
    lambda: setattr("", "upper", 1),
    lambda: setattr(object(), "x", 1),
    lambda: setattr([], "append", 1),
    lambda: delattr(list, "append"),
    lambda: getattr(5, "nothing"),
    lambda: getattr(list, "nothing"),
    lambda: setattr(len, "x", 1),
):
    try:
        action()
    except (TypeError, AttributeError) as e:
        print(type(e).__name__, e)
