"""The names for annotations. Nothing checks them."""

import sys
from abc import abstractmethod
from collections import abc as _abc
from collections import ChainMap as _ChainMap
from collections import Counter as _Counter
from collections import OrderedDict as _OrderedDict
from collections import defaultdict as _defaultdict
from collections import deque as _deque
from collections import namedtuple
from types import GenericAlias, UnionType

from _generic import Generic, Protocol, runtime_checkable
from _type_forms import (
    Alias,
    AnnotatedAlias,
    AnnotatedForm,
    CallableAlias,
    CallableForm,
    ClassForm,
    ForwardRef,
    Form,
    LiteralForm,
    Operand,
    OptionalForm,
    ParamSpec,
    ParamSpecPart,
    PlainForm,
    TypeVar,
    TypeVarTuple,
    Union,
    UnpackForm,
)

TYPE_CHECKING = False


class _Any(type):
    """The class of Any."""

    def __instancecheck__(self, instance):
        if self is Any:
            raise TypeError("typing.Any cannot be used with isinstance()")
        return super().__instancecheck__(instance)

    def __repr__(self):
        return "typing.Any" if self is Any else super().__repr__()


class Any(metaclass=_Any):
    """Any type."""

    def __new__(cls, *args, **kwargs):
        if cls is Any:
            raise TypeError("Any cannot be instantiated")
        return super().__new__(cls)


Optional = OptionalForm("Optional")
Literal = LiteralForm("Literal")
Annotated = AnnotatedForm("Annotated")
Final = Form("Final")
ClassVar = Form("ClassVar")
Concatenate = Form("Concatenate")
TypeGuard = Form("TypeGuard")
Required = Form("Required")
NotRequired = Form("NotRequired")
Unpack = UnpackForm("Unpack")
NoReturn = PlainForm("NoReturn")
Never = PlainForm("Never")
Self = PlainForm("Self")
LiteralString = PlainForm("LiteralString")
TypeAlias = PlainForm("TypeAlias")
Text = str
AnyStr = TypeVar("AnyStr", bytes, str)
T_co = TypeVar("T_co", covariant=True)

List = ClassForm("List", list, 1, False)
Dict = ClassForm("Dict", dict, 2, False)
Set = ClassForm("Set", set, 1, False)
FrozenSet = ClassForm("FrozenSet", frozenset, 1, False)
Tuple = ClassForm("Tuple", tuple, -1, False)
Type = ClassForm("Type", type, 1, False)
Callable = CallableForm("Callable", _abc.Callable, 2)
Deque = ClassForm("Deque", _deque)
DefaultDict = ClassForm("DefaultDict", _defaultdict, 2)
OrderedDict = ClassForm("OrderedDict", _OrderedDict, 2)
Counter = ClassForm("Counter", _Counter)
ChainMap = ClassForm("ChainMap", _ChainMap, 2)
Iterable = ClassForm("Iterable", _abc.Iterable)
Iterator = ClassForm("Iterator", _abc.Iterator)
Generator = ClassForm("Generator", _abc.Generator, 3)
Sequence = ClassForm("Sequence", _abc.Sequence)
MutableSequence = ClassForm("MutableSequence", _abc.MutableSequence)
Mapping = ClassForm("Mapping", _abc.Mapping, 2)
MutableMapping = ClassForm("MutableMapping", _abc.MutableMapping, 2)
AbstractSet = ClassForm("AbstractSet", _abc.Set)
MutableSet = ClassForm("MutableSet", _abc.MutableSet)
KeysView = ClassForm("KeysView", _abc.KeysView)
ValuesView = ClassForm("ValuesView", _abc.ValuesView)
ItemsView = ClassForm("ItemsView", _abc.ItemsView, 2)
Collection = ClassForm("Collection", _abc.Collection)
Container = ClassForm("Container", _abc.Container)
Hashable = ClassForm("Hashable", _abc.Hashable, 0)
Sized = ClassForm("Sized", _abc.Sized, 0)
Reversible = ClassForm("Reversible", _abc.Reversible)
Awaitable = ClassForm("Awaitable", _abc.Awaitable)
Coroutine = ClassForm("Coroutine", _abc.Coroutine, 3)
AsyncIterable = ClassForm("AsyncIterable", _abc.AsyncIterable)
AsyncIterator = ClassForm("AsyncIterator", _abc.AsyncIterator)
AsyncGenerator = ClassForm("AsyncGenerator", _abc.AsyncGenerator, 2)


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

    def __call__(self, typename, fields=(), /, **kwargs):
        fields = list(fields) + list(kwargs.items())
        made = namedtuple(typename, [name for name, _ in fields])
        made.__annotations__ = dict(fields)
        return made

    def __mro_entries__(self, bases):
        return (_Fields,)


NamedTuple = _NamedTuple()


class TypedDict(dict):
    """A base of classes whose instances are plain dictionaries; called, it makes one."""

    def __new__(cls, *args, **kwargs):
        if cls is not TypedDict:
            return dict(*args, **kwargs)
        name, fields = args
        return type(name, (TypedDict,), {"__annotations__": dict(fields)}, **kwargs)

    def __init_subclass__(cls, /, total=True):
        own = cls.__dict__.get("__annotations__", {})
        required, optional = set(), set()
        annotations = {}
        for base in cls.__bases__:
            if base is not TypedDict and TypedDict in base.__mro__:
                annotations.update(base.__annotations__)
                required |= base.__required_keys__
                optional |= base.__optional_keys__
        for name, kind in own.items():
            says = getattr(kind, "__origin__", None)
            (required if says is Required or total and says is not NotRequired else optional).add(name)
        annotations.update(own)
        cls.__annotations__ = annotations
        cls.__total__ = total
        cls.__required_keys__ = frozenset(required)
        cls.__optional_keys__ = frozenset(optional)


class NewType(Operand):
    """A name for a type of one's own."""

    def __init__(self, name, tp):
        self.__name__ = name
        self.__qualname__ = name
        self.__module__ = "__main__"
        self.__supertype__ = tp

    def __call__(self, x):
        return x

    def __repr__(self):
        return f"{self.__module__}.{self.__qualname__}"


@runtime_checkable
class SupportsInt(Protocol):
    """What int() takes."""

    __slots__ = ()

    @abstractmethod
    def __int__(self):
        pass


@runtime_checkable
class SupportsFloat(Protocol):
    """What float() takes."""

    __slots__ = ()

    @abstractmethod
    def __float__(self):
        pass


@runtime_checkable
class SupportsIndex(Protocol):
    """What can be an index."""

    __slots__ = ()

    @abstractmethod
    def __index__(self):
        pass


@runtime_checkable
class SupportsAbs(Protocol[T_co]):
    """What abs() takes."""

    __slots__ = ()

    @abstractmethod
    def __abs__(self):
        pass


@runtime_checkable
class SupportsRound(Protocol[T_co]):
    """What round() takes."""

    __slots__ = ()

    @abstractmethod
    def __round__(self, ndigits=0):
        pass


class IO(Generic[AnyStr]):
    """A file, in annotations."""

    __slots__ = ()


class TextIO(IO[str]):
    """A file of text, in annotations."""

    __slots__ = ()


class BinaryIO(IO[bytes]):
    """A file of bytes, in annotations."""

    __slots__ = ()


def cast(typ, val):
    """The value."""
    return val


def _overloaded(*args, **kwds):
    raise NotImplementedError(
        "You should not call an overloaded function. A series of @overload-decorated functions "
        "outside a stub module should always be followed by an implementation that is not "
        "@overload-ed."
    )


def overload(func):
    """The decorator of a signature without a body."""
    return _overloaded


def final(f):
    """The decorator of what nothing should be derived from."""
    try:
        f.__final__ = True
    except (AttributeError, TypeError):
        pass
    return f


def no_type_check(arg):
    return arg


def dataclass_transform(*, eq_default=True, order_default=False, kw_only_default=False, field_specifiers=(), **kwargs):
    """The decorator of what makes classes like dataclass() does."""
    return lambda made: made


def assert_never(arg, /):
    raise AssertionError(f"Expected code to be unreachable, but got: {arg!r}")


def assert_type(val, typ, /):
    return val


def reveal_type(obj, /):
    """Writes the value's type to the error stream."""
    print(f"Runtime type is {type(obj).__name__!r}", file=sys.stderr)
    return obj


def get_origin(tp):
    """The class or form that has arguments, or None."""
    if isinstance(tp, AnnotatedAlias):
        return Annotated
    if isinstance(tp, (Alias, GenericAlias, ParamSpecPart)):
        return tp.__origin__
    if isinstance(tp, UnionType):
        return UnionType
    return Generic if tp is Generic else None


def get_args(tp):
    """The arguments of a type."""
    if isinstance(tp, AnnotatedAlias):
        return (tp.__origin__,) + tp.__metadata__
    if isinstance(tp, CallableAlias):
        args = tp.__args__
        if len(args) == 2 and (args[0] is ... or isinstance(args[0], ParamSpec)):
            return args
        return (list(args[:-1]), args[-1])
    if isinstance(tp, (Alias, GenericAlias, UnionType)):
        return tp.__args__
    return ()


def is_typeddict(tp):
    """True for classes derived from TypedDict."""
    return isinstance(tp, type) and tp is not TypedDict and TypedDict in tp.__mro__


def _hint(kind, include_extras):
    if kind is None:
        return type(None)
    if isinstance(kind, str):
        raise NotImplementedError(f"annotation {kind!r} is not evaluated")
    if not include_extras and isinstance(kind, AnnotatedAlias):
        return kind.__origin__
    return kind


def get_type_hints(obj, globalns=None, localns=None, include_extras=False):
    """The annotations of a function, or of a class and its bases."""
    hints = {}
    if isinstance(obj, type):
        for base in reversed(obj.__mro__):
            hints.update(base.__dict__.get("__annotations__", ()))
    else:
        hints.update(getattr(obj, "__annotations__", ()))
    return {name: _hint(kind, include_extras) for name, kind in hints.items()}
