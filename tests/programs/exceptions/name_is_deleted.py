"""The name after `as` is deleted at the end of the handler."""


def f():
    try:
        1 / 0
    except ZeroDivisionError as e:
        print(e)
    try:
        print(e)
    except UnboundLocalError as x:
        print(type(x).__name__)


f()
e = "outer"
try:
    1 / 0
except ZeroDivisionError as e:
    pass
try:
    e
except NameError as x:
    print(x)
