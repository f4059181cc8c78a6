"""Tracebacks of class bodies show the whole statement"""


def same(cls):
    return cls


def fails(number):
    @same
    @same
    class Decorated(int):
        if number == 1:
            nothing = 1 // 0

    class Short: value = 1 // (number - 2) ; other = 1  # a comment


errors = []
for number in 1, 2:
    try:
        fails(number)
    except ZeroDivisionError as error:
        errors.append(error)
raise ExceptionGroup("two", errors)
