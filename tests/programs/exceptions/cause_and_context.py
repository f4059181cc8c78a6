# __cause__, __context__ and __suppress_context__.
def show(e):
    print(repr(e), repr(e.__cause__), repr(e.__context__), e.__suppress_context__)


try:
    try:
        1 // 0
    except ZeroDivisionError as z:
        raise ValueError("v") from z
except ValueError as e:
    show(e)
try:
    try:
        1 // 0
    except ZeroDivisionError:
        raise ValueError("v")
except ValueError as e:
    show(e)
try:
    try:
        1 // 0
    except ZeroDivisionError:
        raise ValueError("v") from None
except ValueError as e:
    show(e)
try:
    raise ValueError from KeyError
except ValueError as e:
    show(e)
try:
    raise ValueError from 5
except TypeError as e:
    print(e)
try:
    try:
        raise KeyError(1)
    finally:
        raise ValueError(2)
except ValueError as e:
    show(e)
try:
    raise IndexError
except IndexError as e:
    show(e)
