"""The names for annotations. Nothing checks them."""

from collections import abc as _abc
from collections import ChainMap as _ChainMap
from collections import Counter as _Counter
from collections import OrderedDict as _OrderedDict
from collections import defaultdict as _defaultdict
from collections import deque as _deque
from collections import namedtuple

TYPE_CHECKING = False


def _title(item):
    if item is None:
        return "NoneType"
    if item is ...:
        return "..."
    if isinstance(item, list):
        return f"[{', '.join(map(_title, item))}]"
    if isinstance(item, type) and not hasattr(item, "__args__"):
        module = item.__module__
        return item.__qualname__ if module == "builtins" else f"{module}.{item.__qualname__}"
    return repr(item)


class _Alias:
    """A name with arguments."""

    def __init__(self, origin, args):
        self.__origin__ = origin._origin
        self.__args__ = args
        self._special = origin

    def __call__(self, *args, **kwargs):
        if self.__origin__ is None:
            raise TypeError(f"Cannot instantiate {self!r}")
        return self.__origin__(*args, **kwargs)

    def __getitem__(self, item):
        return self

    def __mro_entries__(self, bases):
        return (self._special._base(),)

    def __eq__(self, other):
        return isinstance(other, _Alias) and (self._special, self.__args__) == (other._special, other.__args__)

    def __hash__(self):
        return hash((self._special, self.__args__))

    def __or__(self, other):
        return Union[self, other]

    def __ror__(self, other):
        return Union[other, self]

    def __repr__(self):
        name = self._special._name
        args = self.__args__
        if name == "Union" and len(args) == 2 and type(None) in args:
            name = "Optional"
            args = [arg for arg in args if arg is not type(None)]
        titles = ", ".join(map(_title, args)) if args else "()"
        if name == "Literal":
            titles = ", ".join(map(repr, args))
        if name == "Callable" and len(args) == 2:
            titles = f"{_title(args[0])}, {_title(args[1])}"
        return f"typing.{name}[{titles}]"


class _Special:
    """A name that takes arguments in brackets."""

    def __init__(self, name, origin=None):
        self._name = name
        self._origin = origin

    def __getitem__(self, item):
        args = item if isinstance(item, tuple) else (item,)
        if self._name in ("Union", "Optional"):
            return _union(args + (None,) if self._name == "Optional" else args)
        return _Alias(self, args)

    def __call__(self, *args, **kwargs):
        if self._origin is None:
            raise TypeError(f"Cannot instantiate typing.{self._name}")
        return self._origin(*args, **kwargs)

    def __instancecheck__(self, instance):
        return isinstance(instance, self._origin)

    def __subclasscheck__(self, cls):
        return issubclass(cls, self._origin)

    def _base(self):
        return object if self._origin is None else self._origin

    def __mro_entries__(self, bases):
        return (self._base(),)

    def __or__(self, other):
        return Union[self, other]

    def __ror__(self, other):
        return Union[other, self]

    def __repr__(self):
        return f"typing.{self._name}"


def _union(args):
    flat = []
    for arg in args:
        arg = type(None) if arg is None else arg
        inner = arg.__args__ if isinstance(arg, _Alias) and arg._special._name == "Union" else (arg,)
        flat.extend(item for item in inner if item not in flat)
    return flat[0] if len(flat) == 1 else _Alias(Union, tuple(flat))


Any = _Special("Any")
Union = _Special("Union")
Optional = _Special("Optional")
Literal = _Special("Literal")
Final = _Special("Final")
ClassVar = _Special("ClassVar")
Annotated = _Special("Annotated")
Concatenate = _Special("Concatenate")
TypeGuard = _Special("TypeGuard")
NoReturn = _Special("NoReturn")
Never = _Special("Never")
Self = _Special("Self")
LiteralString = _Special("LiteralString")
TypeAlias = _Special("TypeAlias")
Required = _Special("Required")
NotRequired = _Special("NotRequired")
Text = str
AnyStr = _Special("AnyStr")

List = _Special("List", list)
Dict = _Special("Dict", dict)
Set = _Special("Set", set)
FrozenSet = _Special("FrozenSet", frozenset)
Tuple = _Special("Tuple", tuple)
Type = _Special("Type", type)


Deque = _Special("Deque", _deque)
DefaultDict = _Special("DefaultDict", _defaultdict)
OrderedDict = _Special("OrderedDict", _OrderedDict)
Counter = _Special("Counter", _Counter)
ChainMap = _Special("ChainMap", _ChainMap)
Iterable = _Special("Iterable", _abc.Iterable)
Iterator = _Special("Iterator", _abc.Iterator)
Generator = _Special("Generator", _abc.Generator)
Sequence = _Special("Sequence", _abc.Sequence)
MutableSequence = _Special("MutableSequence", _abc.MutableSequence)
Mapping = _Special("Mapping", _abc.Mapping)
MutableMapping = _Special("MutableMapping", _abc.MutableMapping)
AbstractSet = _Special("AbstractSet", _abc.Set)
MutableSet = _Special("MutableSet", _abc.MutableSet)
Collection = _Special("Collection", _abc.Collection)
Container = _Special("Container", _abc.Container)
Hashable = _Special("Hashable", _abc.Hashable)
Sized = _Special("Sized", _abc.Sized)
Reversible = _Special("Reversible", _abc.Reversible)
Callable = _Special("Callable", _abc.Callable)
Awaitable = _Special("Awaitable", _abc.Awaitable)
Coroutine = _Special("Coroutine", _abc.Coroutine)
AsyncIterable = _Special("AsyncIterable", _abc.AsyncIterable)
AsyncIterator = _Special("AsyncIterator", _abc.AsyncIterator)
AsyncGenerator = _Special("AsyncGenerator", _abc.AsyncGenerator)


class TypeVar:
    """A variable that stands for a type."""

    def __init__(self, name, *constraints, bound=None, covariant=False, contravariant=False):
        self.__name__ = name
        self.__constraints__ = constraints
        self.__bound__ = bound
        self._sign = "+" if covariant else "-" if contravariant else "~"

    def __or__(self, other):
        return Union[self, other]

    def __ror__(self, other):
        return Union[other, self]

    def __repr__(self):
        return self._sign + self.__name__


ParamSpec = TypeVar


class Generic:
    """A base of classes with type variables."""

    def __class_getitem__(cls, item):
        return cls


class Protocol:
    """A base of classes that only say what methods there are."""

    def __class_getitem__(cls, item):
        return cls


class _NamedTupleMeta(type):
    """Makes a named tuple of a class body with annotations."""

    def __new__(mcls, name, bases, namespace):
        if not bases:
            return super().__new__(mcls, name, bases, namespace)
        annotations = namespace.get("__annotations__", {})
        defaults = [namespace[field] for field in annotations if field in namespace]
        made = namedtuple(name, annotations, defaults=defaults, module=namespace.get("__module__"))
        for key, value in namespace.items():
            if key not in annotations and key not in ("__module__", "__annotations__"):
                type.__setattr__(made, key, value)
        made.__annotations__ = annotations
        return made


class _Fields(metaclass=_NamedTupleMeta):
    """Stands for NamedTuple among the bases of a class."""


class _NamedTuple:
    """Called it makes a named tuple; as a base it makes one of a class body."""

    def __call__(self, typename, fields=()):
        made = namedtuple(typename, [name for name, _ in fields])
        made.__annotations__ = dict(fields)
        return made

    def __mro_entries__(self, bases):
        return (_Fields,)


NamedTuple = _NamedTuple()


class TypedDict(dict):
    """A base of classes whose instances are plain dictionaries."""

    def __new__(cls, *args, **kwargs):
        return dict(*args, **kwargs)

    def __init_subclass__(cls, /, total=True):
        cls.__total__ = total


class NewType:
    """A name for a type of one's own."""

    def __init__(self, name, tp):
        self.__name__ = name
        self.__supertype__ = tp

    def __call__(self, x):
        return x

    def __repr__(self):
        return f"{__name__}.{self.__name__}"


def cast(typ, val):
    """The value."""
    return val


def overload(func):
    """The decorator of a signature without a body."""
    return func


def final(f):
    return f


def no_type_check(arg):
    return arg


def runtime_checkable(cls):
    return cls


def assert_never(arg, /):
    raise AssertionError(f"Expected code to be unreachable, but got: {arg!r}")


def assert_type(val, typ, /):
    return val


def reveal_type(obj, /):
    return obj


def get_type_hints(obj):
    """The annotations."""
    hints = dict(obj.__annotations__)
    for value in hints.values():
        if isinstance(value, str):
            raise NotImplementedError(f"annotation {value!r} is not evaluated")
    return hints
