"""except with something that is no exception class."""

try:
    try:
        1 / 0
    except 5:
        pass
except TypeError as e:
    print(e)
try:
    try:
        1 / 0
    except (ValueError, int):
        pass
except TypeError as e:
    print(e)
try:
    1 / 0
except (ValueError, (ZeroDivisionError)) as e:
    print("ok", e)
