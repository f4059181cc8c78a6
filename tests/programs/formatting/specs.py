# The specification of strings, and where it does not apply.
def attempt(value, spec):
    try:
        print(repr(format(value, spec)))
    except Exception as error:
        print(type(error).__name__, error)


for spec in ["", "10", "<10", ">10", "^10", "*^10", "é>10", ".2", "10.2", "010", "s", ">>5", "=^9s"]:
    attempt("abc", spec)
for spec in ["=10", "+5", " 5", "#5", "z", ",", "_", "d", "f", "5.", "5x5", "é"]:
    attempt("abc", spec)
for spec in ["", "5", "<5", ">5d", "^5", "05", "+", " d", "x", "#x", "b", "#o", "c", ",", "_", "e", ".2f", "%", "n"]:
    attempt(97, spec)
for value in [None, True, [1], (1, 2), {"a": 1}]:
    attempt(value, "")
    attempt(value, "6")
