"""Generic and Protocol, for typing."""

import abc

from _type_forms import Alias, TypeVar, Variable, check_count, parameters_of, type_argument

# What a class body or the machinery of classes defines, which no protocol asks for.
_NOT_ASKED = (
    "__abstractmethods__",
    "__annotations__",
    "__class_getitem__",
    "__dict__",
    "__doc__",
    "__init__",
    "__init_subclass__",
    "__module__",
    "__new__",
    "__orig_bases__",
    "__parameters__",
    "__qualname__",
    "__slots__",
    "__subclasshook__",
    "__weakref__",
    "_is_protocol",
    "_is_runtime_protocol",
)


class Generic:
    """A base of classes with type variables."""

    __module__ = "typing"
    __slots__ = ()
    _is_protocol = False

    def __class_getitem__(cls, params):
        given = params if isinstance(params, tuple) else (params,)
        if cls is Generic or cls is Protocol:
            if not given:
                raise TypeError(f"Parameter list to {cls.__qualname__}[...] cannot be empty")
            given = tuple(item.__args__[0] if isinstance(item, Alias) and isinstance(item.__args__[0], Variable) else item for item in given)
            if not all(isinstance(item, Variable) for item in given):
                raise TypeError(f"Parameters to {cls.__name__}[...] must all be type variables or parameter specification variables.")
            if len(set(given)) != len(given):
                raise TypeError(f"Parameters to {cls.__name__}[...] must all be unique")
            return Alias(cls, given)
        parameters = cls.__parameters__
        if not parameters:
            raise TypeError(f"{cls} is not a generic class")
        if all(isinstance(item, TypeVar) for item in parameters):
            check_count(cls, len(given), len(parameters))
        return Alias(cls, tuple(map(type_argument, given)))

    def __init_subclass__(cls, *args, **kwargs):
        super().__init_subclass__(*args, **kwargs)
        bases = cls.__dict__.get("__orig_bases__")
        if bases is None:
            if Generic in cls.__bases__ and cls.__name__ != "Protocol":
                raise TypeError("Cannot inherit from plain Generic")
            bases = ()
        own = [base.__args__ for base in bases if isinstance(base, Alias) and base.__origin__ in (Generic, Protocol)]
        found = parameters_of(bases)
        if own:
            missing = [repr(item) for item in found if item not in own[0]]
            if missing:
                listed = ", ".join(map(repr, own[0]))
                raise TypeError(f"Some type variables ({', '.join(missing)}) are not listed in Generic[{listed}]")
            found = own[0]
        cls.__parameters__ = found


def _asked(cls):
    """The names of what a protocol asks for."""
    names = set()
    for base in cls.__mro__[:-1]:
        if base is not Generic and base is not Protocol:
            names.update(base.__dict__)
            names.update(base.__dict__.get("__annotations__", ()))
    return sorted(names.difference(_NOT_ASKED))


def _found(cls, name):
    """What the first class of the order has under a name, or None."""
    for base in cls.__mro__:
        if name in base.__dict__:
            return base.__dict__[name]
    return None


class _ProtocolMeta(abc.ABCMeta):
    """The class of protocols."""

    def __instancecheck__(cls, instance):
        if not cls.__dict__.get("_is_protocol"):
            return super().__instancecheck__(instance)
        if not cls.__dict__.get("_is_runtime_protocol"):
            raise TypeError("Instance and class checks can only be used with @runtime_checkable protocols")
        if cls in type(instance).__mro__:
            return True
        own = getattr(instance, "__dict__", {})
        return all(name in own or _found(type(instance), name) is not None for name in _asked(cls))

    def __subclasscheck__(cls, other):
        if not cls.__dict__.get("_is_protocol"):
            return super().__subclasscheck__(other)
        if not cls.__dict__.get("_is_runtime_protocol"):
            raise TypeError("Instance and class checks can only be used with @runtime_checkable protocols")
        names = _asked(cls)
        if not all(callable(_found(cls, name)) for name in names):
            raise TypeError("Protocols with non-method members don't support issubclass()")
        if not isinstance(other, type):
            raise TypeError("issubclass() arg 1 must be a class")
        return cls in other.__mro__ or all(_found(other, name) is not None for name in names)


def _protocol_init(self, *args, **kwargs):
    """The `__init__` of protocols without one: that of the next class behind them."""
    cls = type(self)
    if cls._is_protocol:
        raise TypeError("Protocols cannot be instantiated")
    for base in cls.__mro__:
        init = base.__dict__.get("__init__", _protocol_init)
        if init is not _protocol_init:
            break
    init(self, *args, **kwargs)


class Protocol(Generic, metaclass=_ProtocolMeta):
    """A base of classes that only say what methods and attributes there are."""

    __module__ = "typing"
    __slots__ = ()
    _is_protocol = True
    __init__ = _protocol_init

    def __init_subclass__(cls, *args, **kwargs):
        super().__init_subclass__(*args, **kwargs)
        cls._is_protocol = Protocol in cls.__bases__
        if not cls._is_protocol:
            return
        for base in cls.__bases__:
            if base not in (object, Generic) and not getattr(base, "_is_protocol", False) and base.__module__ == "__main__":
                raise TypeError(f"Protocols can only inherit from other protocols, got {base!r}")
        if "__init__" not in cls.__dict__:
            cls.__init__ = _protocol_init


def runtime_checkable(cls):
    """The decorator of protocols that isinstance() and issubclass() take."""
    if not isinstance(cls, type) or Generic not in cls.__mro__ or not cls._is_protocol:
        raise TypeError(f"@runtime_checkable can be only applied to protocol classes, got {cls!r}")
    cls._is_runtime_protocol = True
    return cls
