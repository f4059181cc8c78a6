"""Classes whose methods follow from their fields."""

from types import GenericAlias, MappingProxyType

from _arguments import bind


class _Missing:
    def __repr__(self):
        return "<dataclasses._MISSING_TYPE object>"


MISSING = _Missing()


class _KeywordOnly:
    pass


KW_ONLY = _KeywordOnly()


class InitVar:
    """An annotation: an argument of __init__ that only __post_init__ gets."""

    def __init__(self, type):
        self.type = type

    def __class_getitem__(cls, type):
        return cls(type)

    def __repr__(self):
        named = isinstance(self.type, type) and not isinstance(self.type, GenericAlias)
        return f"dataclasses.InitVar[{self.type.__name__ if named else repr(self.type)}]"


class FrozenInstanceError(AttributeError):
    """An attribute of a frozen instance was to be changed."""


class Field:
    """A field of a dataclass."""

    def __init__(self, default, default_factory, init, repr, hash, compare, metadata, kw_only):
        self.name = None
        self.type = None
        self.default = default
        self.default_factory = default_factory
        self.init = init
        self.repr = repr
        self.hash = hash
        self.compare = compare
        self.metadata = MappingProxyType({} if metadata is None else metadata)
        self.kw_only = kw_only
        self._kind = "field"

    def __set_name__(self, owner, name):
        told = getattr(type(self.default), "__set_name__", None)
        if told is not None:
            told(self.default, owner, name)

    def _has_default(self):
        return self.default is not MISSING or self.default_factory is not MISSING

    def __repr__(self):
        return (
            f"Field(name={self.name!r},type={self.type!r},default={self.default!r},"
            f"default_factory={self.default_factory!r},init={self.init!r},repr={self.repr!r},"
            f"hash={self.hash!r},compare={self.compare!r},metadata={self.metadata!r},"
            f"kw_only={self.kw_only!r},_field_type=_FIELD)"
        )


def field(
    *,
    default=MISSING,
    default_factory=MISSING,
    init=True,
    repr=True,
    hash=None,
    compare=True,
    metadata=None,
    kw_only=MISSING,
):
    """What a dataclass is told about one of its fields."""
    if default is not MISSING and default_factory is not MISSING:
        raise ValueError("cannot specify both default and default_factory")
    return Field(default, default_factory, init, repr, hash, compare, metadata, kw_only)


def _class_attribute(cls, name):
    """What `cls.name` is, or MISSING."""
    for base in cls.__mro__:
        if name in base.__dict__:
            value = base.__dict__[name]
            get = getattr(type(value), "__get__", None)
            if get is None:
                return value
            if type(value).__name__ == "member_descriptor":
                # A field in __slots__ has no default value.
                return MISSING
            try:
                return get(value, None, cls)
            except AttributeError:
                return MISSING
    return MISSING


def _own_field(cls, name, annotation, kw_only):
    value = _class_attribute(cls, name)
    made = value if isinstance(value, Field) else field(default=value)
    made.name = name
    made.type = annotation
    made._kind = _kind_of(annotation)
    if made.kw_only is MISSING:
        made.kw_only = kw_only
    elif made._kind == "classvar":
        raise TypeError(f"field {name} is a ClassVar but specifies kw_only")
    if made._kind != "field" and made.default_factory is not MISSING:
        raise TypeError(f"field {name} cannot have a default factory")
    if made.default is not MISSING and type(made.default).__hash__ is None:
        title = type(made.default)
        raise ValueError(f"mutable default {title} for field {name} is not allowed: use default_factory")
    if isinstance(cls.__dict__.get(name), Field):
        if value.default is MISSING:
            type.__delattr__(cls, name)
        else:
            type.__setattr__(cls, name, value.default)
    return made


def _kind_of(annotation):
    if isinstance(annotation, InitVar) or annotation is InitVar:
        return "initvar"
    text = annotation if isinstance(annotation, str) else repr(annotation)
    name = text.partition("[")[0].strip()
    if name in ("ClassVar", "typing.ClassVar"):
        return "classvar"
    return "initvar" if name in ("InitVar", "dataclasses.InitVar") else "field"


def dataclass(
    cls=None,
    /,
    *,
    init=True,
    repr=True,
    eq=True,
    order=False,
    unsafe_hash=False,
    frozen=False,
    match_args=True,
    kw_only=False,
    slots=False,
    weakref_slot=False,
):
    """The decorator of a class whose annotated attributes are fields."""

    def decorate(cls):
        return _process(cls, init, repr, eq, order, unsafe_hash, frozen, match_args, kw_only, slots, weakref_slot)

    return decorate if cls is None else decorate(cls)


def _process(cls, init, repr, eq, order, unsafe_hash, frozen, match_args, kw_only, slots, weakref_slot):
    every = {}
    for base in cls.__mro__[-1:0:-1]:
        inherited = base.__dict__.get("__dataclass_fields__")
        if inherited is not None:
            every.update(inherited)
            if base.__dict__["__dataclass_params__"]["frozen"] != frozen:
                which = ("non-frozen", "frozen") if frozen else ("frozen", "non-frozen")
                raise TypeError(f"cannot inherit {which[1]} dataclass from a {which[0]} one")
    if weakref_slot and not slots:
        raise TypeError("weakref_slot is True but slots is False")
    own = {}
    seen = False
    for name, annotation in cls.__dict__.get("__annotations__", {}).items():
        if annotation is KW_ONLY:
            if seen:
                raise TypeError(f"{name!r} is KW_ONLY, but KW_ONLY has already been specified")
            kw_only = seen = True
        else:
            own[name] = _own_field(cls, name, annotation, kw_only)
    for name, value in cls.__dict__.items():
        if isinstance(value, Field) and name not in own:
            raise TypeError(f"{name!r} is a field but has no type annotation")
    every.update(own)
    cls.__dataclass_fields__ = every
    cls.__dataclass_params__ = {"frozen": frozen}
    shown = [f for f in every.values() if f._kind == "field"]
    arguments = [f for f in every.values() if f._kind != "classvar"]
    if order and not eq:
        raise ValueError("eq must be true if order is true")
    if init:
        _add(cls, "__init__", _make_init(cls, arguments, frozen, slots))
    if repr:
        _add(cls, "__repr__", _make_repr([f.name for f in shown if f.repr]))
    compared = [f.name for f in shown if f.compare]
    own_hash = cls.__dict__.get("__hash__", MISSING)
    explicit = own_hash is not MISSING and not (own_hash is None and "__eq__" in cls.__dict__)
    if eq:
        _add(cls, "__eq__", _make_eq(compared))
    if order:
        _add_order(cls, compared)
    if frozen:
        for name, verb in (("__setattr__", "assign to"), ("__delattr__", "delete")):
            if name in cls.__dict__:
                raise TypeError(f"Cannot overwrite attribute {name} in class {cls.__name__}")
            _add(cls, name, _make_frozen(cls, every, verb))
    hashed = [f.name for f in shown if (f.compare if f.hash is None else f.hash)]
    if unsafe_hash:
        if explicit:
            raise TypeError(f"Cannot overwrite attribute __hash__ in class {cls.__name__}")
        _replace(cls, "__hash__", _make_hash(hashed))
    elif eq and not explicit:
        if frozen:
            _replace(cls, "__hash__", _make_hash(hashed))
        else:
            cls.__hash__ = None
    if match_args and "__match_args__" not in cls.__dict__:
        cls.__match_args__ = tuple(f.name for f in arguments if f.init and not f.kw_only)
    if cls.__doc__ is None:
        cls.__doc__ = cls.__name__
    return _with_slots(cls, [f.name for f in own.values() if f._kind == "field"]) if slots else cls


def _replace(cls, name, method):
    method.__qualname__ = f"{cls.__qualname__}.{name}"
    type.__setattr__(cls, name, method)


def _add(cls, name, method):
    if name not in cls.__dict__:
        _replace(cls, name, method)


def _slots_of(cls):
    slots = cls.__dict__.get("__slots__", ())
    if isinstance(slots, str):
        return (slots,)
    if hasattr(slots, "__next__"):
        raise TypeError(f"Slots of '{cls.__name__}' cannot be determined")
    return slots


def _with_slots(cls, names):
    if "__slots__" in cls.__dict__:
        raise TypeError(f"{cls.__name__} already specifies __slots__")
    body = dict(cls.__dict__)
    for name in names + ["__dict__", "__weakref__"]:
        body.pop(name, None)
    inherited = set()
    for base in cls.__mro__[1:]:
        inherited.update(_slots_of(base))
    body["__slots__"] = tuple(name for name in names if name not in inherited)
    made = type(cls)(cls.__name__, cls.__bases__, body)
    made.__qualname__ = cls.__qualname__
    return made


def _make_init(cls, arguments, frozen, has_slots):
    taken = [f for f in arguments if f.init]
    positional = [f for f in taken if not f.kw_only]
    keyword_only = [f for f in taken if f.kw_only]
    names = [f.name for f in positional]
    least = 0
    for i, f in enumerate(positional):
        if not f._has_default():
            if least < i:
                raise TypeError(f"non-default argument {f.name!r} follows default argument")
            least = i + 1
    keyword_names = [f.name for f in keyword_only]
    required = [f.name for f in keyword_only if not f._has_default()]
    variables = [f.name for f in arguments if f._kind == "initvar"]
    finishes = hasattr(cls, "__post_init__")
    title = f"{cls.__qualname__}.__init__()"
    store = object.__setattr__ if frozen else None

    def __init__(self, /, *args, **kwargs):
        if not kwargs and len(args) == len(names) and not keyword_names:
            bound = dict(zip(names, args))
        else:
            bound = bind(title, names, least, keyword_names, required, args, kwargs, 1)
        rest = []
        for f in arguments:
            name = f.name
            value = bound.get(name, MISSING)
            if value is MISSING:
                if f.default_factory is not MISSING:
                    value = f.default_factory()
                elif f.default is not MISSING and (f.init or has_slots):
                    value = f.default
                else:
                    continue
            if name in variables:
                rest.append(value)
            elif store is not None:
                store(self, name, value)
            else:
                type(self).__setattr__(self, name, value)
        if finishes:
            self.__post_init__(*rest)

    return __init__


def _values(obj, names):
    return tuple(object.__getattribute__(obj, name) for name in names)


def _make_repr(names):
    running = []

    def __repr__(self):
        if any(other is self for other in running):
            return "..."
        running.append(self)
        try:
            parts = [f"{name}={value!r}" for name, value in zip(names, _values(self, names))]
        finally:
            running.pop()
        return f"{type(self).__qualname__}({', '.join(parts)})"

    return __repr__


def _make_eq(names):
    def __eq__(self, other):
        if type(other) is not type(self):
            return NotImplemented
        return _values(self, names) == _values(other, names)

    return __eq__


def _add_order(cls, names):
    def __lt__(self, other):
        return _values(self, names) < _values(other, names) if type(other) is type(self) else NotImplemented

    def __le__(self, other):
        return _values(self, names) <= _values(other, names) if type(other) is type(self) else NotImplemented

    def __gt__(self, other):
        return _values(self, names) > _values(other, names) if type(other) is type(self) else NotImplemented

    def __ge__(self, other):
        return _values(self, names) >= _values(other, names) if type(other) is type(self) else NotImplemented

    for method in (__lt__, __le__, __gt__, __ge__):
        name = method.__name__
        if name in cls.__dict__:
            message = f"Cannot overwrite attribute {name} in class {cls.__name__}. Consider using functools.total_ordering"
            raise TypeError(message)
        _add(cls, name, method)


def _make_hash(names):
    def __hash__(self):
        return hash(_values(self, names))

    return __hash__


def _make_frozen(cls, every, verb):
    def change(self, name, *value):
        if type(self) is cls or name in every:
            raise FrozenInstanceError(f"cannot {verb} field {name!r}")
        if value:
            super(cls, self).__setattr__(name, *value)
        else:
            super(cls, self).__delattr__(name)

    return change


def fields(class_or_instance):
    """The fields of a dataclass or of an instance of one."""
    every = getattr(class_or_instance, "__dataclass_fields__", None)
    if every is None:
        raise TypeError("must be called with a dataclass type or instance") from None
    return tuple(f for f in every.values() if f._kind == "field")


def is_dataclass(obj):
    """True for dataclasses and their instances."""
    return hasattr(obj if isinstance(obj, type) else type(obj), "__dataclass_fields__")


def _check_instance(obj, name):
    if isinstance(obj, type) or not is_dataclass(obj):
        raise TypeError(f"{name}() should be called on dataclass instances")


def asdict(obj, *, dict_factory=dict):
    """The fields by name, also of the instances within."""
    _check_instance(obj, "asdict")
    return _plain(obj, dict_factory, None)


def astuple(obj, *, tuple_factory=tuple):
    """The values of the fields, also of the instances within."""
    _check_instance(obj, "astuple")
    return _plain(obj, None, tuple_factory)


def _plain(obj, dict_factory, tuple_factory):
    if is_dataclass(obj) and not isinstance(obj, type):
        names = [f.name for f in fields(obj)]
        values = [_plain(value, dict_factory, tuple_factory) for value in _values(obj, names)]
        return tuple_factory(values) if dict_factory is None else dict_factory(list(zip(names, values)))
    if isinstance(obj, tuple) and hasattr(obj, "_fields"):
        return type(obj)(*[_plain(item, dict_factory, tuple_factory) for item in obj])
    if isinstance(obj, (list, tuple)):
        return type(obj)([_plain(item, dict_factory, tuple_factory) for item in obj])
    if isinstance(obj, dict):
        items = obj.items()
        return type(obj)(
            [(_plain(k, dict_factory, tuple_factory), _plain(v, dict_factory, tuple_factory)) for k, v in items]
        )
    return obj


def replace(obj, /, **changes):
    """A new instance with other values for some fields."""
    _check_instance(obj, "replace")
    for f in obj.__dataclass_fields__.values():
        if f._kind == "classvar":
            continue
        if not f.init:
            if f.name in changes:
                message = f"field {f.name} is declared with init=False, it cannot be specified with replace()"
                raise ValueError(message)
        elif f.name not in changes:
            if f._kind == "initvar" and f.default is MISSING:
                raise ValueError(f"InitVar {f.name!r} must be specified with replace()")
            changes[f.name] = object.__getattribute__(obj, f.name)
    return type(obj)(**changes)


def make_dataclass(cls_name, fields, *, bases=(), namespace=None, **options):
    """A new dataclass with these fields."""
    body = {} if namespace is None else dict(namespace)
    annotations = {}
    for item in fields:
        if not isinstance(item, str) and not 2 <= len(item) <= 3:
            raise TypeError(f"Invalid field: {item!r}")
        name, *rest = (item, "typing.Any") if isinstance(item, str) else item
        if not isinstance(name, str) or not name.isidentifier():
            raise TypeError(f"Field names must be valid identifiers: {name!r}")
        if name in annotations:
            raise TypeError(f"Field name duplicated: {name!r}")
        annotations[name] = rest[0]
        if len(rest) == 2:
            body[name] = rest[1]
    body["__annotations__"] = annotations
    return dataclass(type(cls_name, bases, body), **options)
