"""Copies of objects."""

from types import MethodType


class Error(Exception):
    """An object cannot be copied."""


error = Error


def _function():
    pass


_ATOMS = (type(None), int, float, bool, complex, str, bytes, type, range, property, type(...), type(NotImplemented), type(_function), type(len), type(list.append), type(list.__len__))


def copy(x):
    """A new object with the same contents."""
    cls = type(x)
    if isinstance(x, type) or cls in _ATOMS or cls in (tuple, frozenset, slice, MethodType):
        return x
    if hasattr(cls, "__copy__"):
        return cls.__copy__(x)
    if cls in (list, dict, set, bytearray):
        return x.copy()
    return _rebuilt(x, cls, None)


def deepcopy(x, memo=None):
    """A new object with copies of the contents."""
    if memo is None:
        memo = {}
    known = memo.get(id(x))
    if known is not None:
        return known
    cls = type(x)
    if isinstance(x, type) or cls in _ATOMS:
        return x
    if hasattr(cls, "__deepcopy__"):
        result = cls.__deepcopy__(x, memo)
    elif cls is list:
        result = memo[id(x)] = []
        for item in x:
            result.append(deepcopy(item, memo))
    elif cls is dict:
        result = memo[id(x)] = {}
        for key, value in x.items():
            result[deepcopy(key, memo)] = deepcopy(value, memo)
    elif cls is tuple:
        items = [deepcopy(item, memo) for item in x]
        # The tuple may contain itself through something else.
        if id(x) in memo:
            return memo[id(x)]
        result = x if all(a is b for a, b in zip(x, items)) else tuple(items)
    elif cls in (set, frozenset):
        result = cls([deepcopy(item, memo) for item in x])
    elif cls is bytearray:
        result = x.copy()
    elif cls is slice:
        result = slice(deepcopy(x.start, memo), deepcopy(x.stop, memo), deepcopy(x.step, memo))
    elif cls is MethodType:
        result = MethodType(x.__func__, deepcopy(x.__self__, memo))
    else:
        result = _rebuilt(x, cls, memo)
    if result is not x:
        memo[id(x)] = result
        # As long as the copies are made, no other object may get this identity.
        memo.setdefault(id(memo), []).append(x)
    return result


def _rebuilt(x, cls, memo):
    """A copy of an instance of a class of the program."""
    copied = (lambda value: value) if memo is None else (lambda value: deepcopy(value, memo))
    if isinstance(x, BaseException):
        result = cls.__new__(cls, *copied(x.args))
        result.args = copied(x.args)
    elif isinstance(x, (int, float, complex, str, bytes, tuple, frozenset)):
        native = next(base for base in cls.__mro__ if base in (int, float, complex, str, bytes, tuple, frozenset))
        items = [copied(item) for item in x] if isinstance(x, (tuple, frozenset)) else native(x)
        result = native.__new__(cls, items)
    else:
        result = cls.__new__(cls)
    if memo is not None:
        memo[id(x)] = result
    if hasattr(cls, "__getstate__") and cls.__getstate__ is not getattr(object, "__getstate__", None):
        state = copied(x.__getstate__())
    else:
        state = {name: copied(value) for name, value in x.__dict__.items()} if hasattr(x, "__dict__") else {}
        for base in cls.__mro__:
            slots = base.__dict__.get("__slots__", ())
            for name in (slots,) if isinstance(slots, str) else slots:
                if name not in ("__dict__", "__weakref__"):
                    try:
                        state[name] = copied(object.__getattribute__(x, name))
                    except AttributeError:
                        pass
    if hasattr(cls, "__setstate__"):
        result.__setstate__(state)
    elif state:
        for name, value in state.items():
            object.__setattr__(result, name, value)
    if isinstance(x, list):
        result.extend(copied(item) for item in x)
    elif isinstance(x, dict):
        for key, value in x.items():
            result[copied(key)] = copied(value)
    elif isinstance(x, set):
        result.update(copied(item) for item in x)
    elif isinstance(x, bytearray):
        result.extend(x)
    return result
