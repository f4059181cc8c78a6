"""namedtuple: classes of tuples whose items are attributes as well."""

from _arguments import bind

KEYWORDS = (
    "False None True and as assert async await break class continue def del elif else except "
    "finally for from global if import in is lambda nonlocal not or pass raise return try "
    "while with yield"
).split()


def namedtuple(typename, field_names, *, rename=False, defaults=None, module=None):
    """A new subclass of tuple with named fields."""
    if isinstance(field_names, str):
        field_names = field_names.replace(",", " ").split()
    typename = str(typename)
    names = [str(name) for name in field_names]
    if rename:
        names = _renamed(names)
    for name in [typename] + names:
        if not name.isidentifier():
            raise ValueError(f"Type names and field names must be valid identifiers: {name!r}")
        if name in KEYWORDS:
            raise ValueError(f"Type names and field names cannot be a keyword: {name!r}")
    for i, name in enumerate(names):
        if name.startswith("_") and not rename:
            raise ValueError(f"Field names cannot start with an underscore: {name!r}")
        if name in names[:i]:
            raise ValueError(f"Encountered duplicate field name: {name!r}")
    values = () if defaults is None else tuple(defaults)
    if len(values) > len(names):
        raise TypeError("Got more default values than field names")
    namespace = {
        "__doc__": f"{typename}({', '.join(names)})",
        "__slots__": (),
        "_fields": tuple(names),
        "_field_defaults": dict(zip(names[len(names) - len(values) :], values)),
        "__match_args__": tuple(names),
        "__new__": _maker(typename, names, values),
        "__module__": "__main__" if module is None else module,
    }
    namespace.update(METHODS)
    for i, name in enumerate(names):
        namespace[name] = _field(i)
    return type(typename, (tuple,), namespace)


def _renamed(names):
    result = []
    for i, name in enumerate(names):
        usable = name.isidentifier() and name not in KEYWORDS and not name.startswith("_")
        result.append(name if usable and name not in result else f"_{i}")
    return result


def _field(i):
    def get(self):
        return tuple.__getitem__(self, i)

    def refuse(self, *value):
        raise AttributeError("can't set attribute")

    return property(get, refuse, refuse, f"Alias for field number {i}")


def _maker(typename, names, values):
    count = len(names)
    least = count - len(values)
    padded = (None,) * least + values
    title = f"{typename}.__new__()"

    def __new__(cls, /, *args, **kwargs):
        if len(args) == count and not kwargs:
            return tuple.__new__(cls, args)
        bound = bind(title, names, least, (), (), args, kwargs, 1)
        items = [bound.get(name, default) for name, default in zip(names, padded)]
        return tuple.__new__(cls, items)

    return __new__


def _make(cls, iterable):
    """Make a new object from a sequence or iterable."""
    items = tuple(iterable)
    if len(items) != len(cls._fields):
        raise TypeError(f"Expected {len(cls._fields)} arguments, got {len(items)}")
    return tuple.__new__(cls, items)


def _replace(self, /, **kwargs):
    """The same with new values for some fields."""
    items = [kwargs.pop(name, item) for name, item in zip(self._fields, self)]
    if kwargs:
        raise ValueError(f"Got unexpected field names: {list(kwargs)!r}")
    return tuple.__new__(type(self), items)


def _asdict(self):
    """A dictionary which maps field names to their values."""
    return dict(zip(self._fields, self))


def __repr__(self):
    parts = [f"{name}={item!r}" for name, item in zip(self._fields, self)]
    return f"{type(self).__name__}({', '.join(parts)})"


METHODS = {
    "_make": classmethod(_make),
    "_replace": _replace,
    "_asdict": _asdict,
    "__repr__": __repr__,
    "__getnewargs__": lambda self: tuple(self),
}
