"""Stores and deletions that fail suggest nothing"""


class Slotted:
    __slots__ = ("value", "_level")
    total = 3

    @property
    def level(self):
        return 1


class Plain:
    counter = 1

    def __init__(self):
        self.vale = 2


def function():
    pass


slotted, plain, errors = Slotted(), Plain(), []


def attempt(action):
    try:
        action()
    except AttributeError as error:
        print(error.name, type(error.obj))
        errors.append(error)


def set_unknown():
    slotted.levl = 1


def set_read_only():
    slotted.level = 1


def set_class_attribute():
    slotted.total = 4


def set_of_int():
    (5).rea = 1


def delete_read_only():
    del slotted.level


def delete_empty():
    del slotted.value


def delete_unknown():
    del plain.val


def delete_of_class():
    del Plain.countr


def delete_of_function():
    del function.__nam


attempt(set_unknown)
attempt(set_read_only)
attempt(set_class_attribute)
attempt(set_of_int)
attempt(delete_read_only)
attempt(delete_empty)
attempt(delete_unknown)
attempt(delete_of_class)
attempt(delete_of_function)
attempt(lambda: slotted.valu)
attempt(lambda: slotted.value)
attempt(lambda: setattr(slotted, "valu", 2))
attempt(lambda: delattr(plain, "valu"))
raise ExceptionGroup("suggestions", errors)
