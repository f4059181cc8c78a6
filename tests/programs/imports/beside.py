# A module beside the program runs once and has variables of its own.
import helper
from helper import VALUE
from helper import double as twice

print(helper.double(2), twice(3), VALUE)
helper.VALUE = 9
print(helper.get(), VALUE)


def late():
    import helper as h

    return h.double(5)


print(late(), __name__, helper.__name__)
try:
    from helper import nope
except ImportError as error:
    print(str(error).split("(")[0])
try:
    import nothing_here
except ModuleNotFoundError as error:
    print(error)
