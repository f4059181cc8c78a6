# What the clauses raise is raised together at the end.
try:
    try:
        raise ExceptionGroup("g", [ValueError(1), TypeError(2), KeyError(3)])
    except* ValueError:
        raise RuntimeError("from value")
    except* TypeError:
        raise
    except* OSError:
        print("no")
except ExceptionGroup as e:
    print(repr(e))
    for inner in e.exceptions:
        print(repr(inner), repr(inner.__context__))
try:
    try:
        raise ValueError("naked")
    except* ValueError as e:
        raise TypeError("new")
except BaseException as e:
    print(repr(e), repr(e.__context__))
try:
    try:
        raise ValueError("naked")
    except* TypeError as e:
        print("no")
except ValueError as e:
    print(repr(e))
