"""A module whose body raises is not imported, and runs again with the next import."""
for attempt in range(2):
    try:
        import failing
    except LookupError as error:
        print(attempt, error)
try:
    failing
except NameError as error:
    print(error)
try:
    import optional_accelerator
except ImportError:
    optional_accelerator = None
print(optional_accelerator)


def conditional(flag):
    if flag:
        import helper as chosen
    else:
        import math as chosen
    return chosen.__name__


print(conditional(False), conditional(True))


class Holder:
    import math
    from math import pi as circle


print(Holder.math.floor(2.5), Holder.circle)
