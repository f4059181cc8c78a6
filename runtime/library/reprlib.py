"""Representations that are not too long."""

import builtins
from itertools import islice


def recursive_repr(fillvalue="..."):
    """Makes a __repr__ that calls itself for the same object return something short."""

    def decorate(user_function):
        running = set()

        def wrapper(self):
            key = id(self)
            if key in running:
                return fillvalue
            running.add(key)
            try:
                return user_function(self)
            finally:
                running.discard(key)

        wrapper.__module__ = user_function.__module__
        wrapper.__doc__ = user_function.__doc__
        wrapper.__name__ = user_function.__name__
        wrapper.__qualname__ = user_function.__qualname__
        return wrapper

    return decorate


class Repr:
    """Short representations; a method `repr_NAME` is for the class of that name."""

    def __init__(self):
        self.fillvalue = "..."
        self.maxlevel = 6
        self.maxtuple = self.maxlist = self.maxset = self.maxfrozenset = self.maxdeque = 6
        self.maxarray = 5
        self.maxdict = 4
        self.maxstring = 30
        self.maxlong = 40
        self.maxother = 30

    def repr(self, x):
        return self.repr1(x, self.maxlevel)

    def repr1(self, x, level):
        name = type(x).__name__.replace(" ", "_")
        method = getattr(self, "repr_" + name, None)
        if method is None:
            return self.repr_instance(x, level)
        return method(x, level)

    def _ends(self, most):
        begin = max(0, (most - 3) // 2)
        return begin, max(0, most - 3 - begin)

    def _cut(self, text, most):
        """The beginning and the end of a text that is too long."""
        return text if len(text) <= most else self._without_middle(text, most)

    def _without_middle(self, text, most):
        begin, end = self._ends(most)
        return text[:begin] + self.fillvalue + text[len(text) - end :]

    def _items(self, x, level, left, right, most, comma=""):
        if level <= 0 and x:
            parts = self.fillvalue
        else:
            items = [self.repr1(item, level - 1) for item in islice(x, most)]
            if len(x) > most:
                items.append(self.fillvalue)
            parts = ", ".join(items)
            if len(x) == 1:
                parts += comma
        return f"{left}{parts}{right}"

    def repr_tuple(self, x, level):
        return self._items(x, level, "(", ")", self.maxtuple, ",")

    def repr_list(self, x, level):
        return self._items(x, level, "[", "]", self.maxlist)

    def repr_set(self, x, level):
        return self._items(_in_order(x), level, "{", "}", self.maxset) if x else "set()"

    def repr_frozenset(self, x, level):
        return self._items(_in_order(x), level, "frozenset({", "})", self.maxfrozenset) if x else "frozenset()"

    def repr_deque(self, x, level):
        return self._items(x, level, "deque([", "])", self.maxdeque)

    def repr_dict(self, x, level):
        if not x:
            return "{}"
        if level <= 0:
            return "{" + self.fillvalue + "}"
        items = []
        for key in islice(_in_order(x), self.maxdict):
            items.append(f"{self.repr1(key, level - 1)}: {self.repr1(x[key], level - 1)}")
        if len(x) > self.maxdict:
            items.append(self.fillvalue)
        return "{" + ", ".join(items) + "}"

    def repr_str(self, x, level):
        text = builtins.repr(x[: self.maxstring])
        if len(text) <= self.maxstring:
            return text
        begin, end = self._ends(self.maxstring)
        return self._without_middle(builtins.repr(x[:begin] + x[len(x) - end :]), self.maxstring)

    def repr_int(self, x, level):
        return self._cut(builtins.repr(x), self.maxlong)

    def repr_instance(self, x, level):
        try:
            text = builtins.repr(x)
        except Exception:
            return f"<{type(x).__name__} instance at {id(x):#x}>"
        return self._cut(text, self.maxother)


def _in_order(items):
    """The items sorted, if they can be."""
    try:
        return sorted(items)
    except Exception:
        return list(items)


aRepr = Repr()
repr = aRepr.repr
