# except* splits a group.
try:
    raise ExceptionGroup("g", [ValueError(1), TypeError(2), ExceptionGroup("h", [ValueError(3), KeyError(4)])])
except* ValueError as e:
    print(repr(e))
except* (TypeError, KeyError) as e:
    print(repr(e))
try:
    try:
        raise ExceptionGroup("g", [ValueError(1), TypeError(2)])
    except* ValueError as e:
        print(repr(e))
except ExceptionGroup as e:
    print("left", repr(e))
try:
    raise ValueError("plain")
except* ValueError as e:
    print(repr(e))
try:
    print("nothing")
except* ValueError:
    print("no")
else:
    print("else")
finally:
    print("finally")
