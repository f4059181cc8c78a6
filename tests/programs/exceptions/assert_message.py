# assert raises AssertionError with the message as its argument.
def attempt(value, message):
    try:
        assert value, message
        print("fine")
    except AssertionError as e:
        print(repr(e))


attempt(1, 2)
attempt(0, 2)
attempt([], "empty")
attempt("", None)
try:
    assert ()
except AssertionError as e:
    print(repr(e))
AssertionError = 5
try:
    assert False, "builtin"
except Exception as e:
    print(repr(e))
