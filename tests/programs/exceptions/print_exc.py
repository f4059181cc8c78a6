"""traceback.print_exc and print_exception write to the error stream, and the program goes on."""
import traceback


def fails(n):
    return [1, 2][n]


def outer():
    try:
        fails(5)
    except IndexError as error:
        raise ValueError("outer") from error


try:
    outer()
except ValueError:
    traceback.print_exc()
print("goes on")
try:
    {}["x"]
except KeyError as error:
    kept = error
traceback.print_exception(kept)
traceback.print_exc()
error = ValueError("never raised")
error.add_note("a note")
traceback.print_exception(error)
print("end")
