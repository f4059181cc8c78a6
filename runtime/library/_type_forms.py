"""Type variables and names with arguments: what typing's names are made of."""

from types import GenericAlias, UnionType


def title(item):
    """A type as the representation of another one shows it."""
    if item is ...:
        return "..."
    if isinstance(item, (list, tuple)):
        return f"[{', '.join(map(title, item))}]"
    if isinstance(item, type) and not isinstance(item, GenericAlias):
        return item.__qualname__ if item.__module__ == "builtins" else f"{item.__module__}.{item.__qualname__}"
    return repr(item)


def type_argument(item):
    """What stands in brackets, as an argument."""
    if item is None:
        return type(None)
    if isinstance(item, str):
        return ForwardRef(item)
    return item


def parameters_of(args):
    """The type variables in arguments, each once."""
    found = []
    for arg in args:
        if isinstance(arg, Variable):
            inner = (arg,)
        elif isinstance(arg, type):
            inner = ()
        elif isinstance(arg, (list, tuple)):
            inner = parameters_of(arg)
        else:
            inner = getattr(arg, "__parameters__", ())
        for variable in inner:
            if variable not in found:
                found.append(variable)
    return tuple(found)


def check_count(what, given, expected):
    """Raises TypeError for a wrong number of arguments."""
    if given != expected:
        much = "many" if given > expected else "few"
        raise TypeError(f"Too {much} arguments for {what}; actual {given}, expected {expected}")


class Operand:
    """What can be a member of a union."""

    def __or__(self, other):
        return Union[self, other]

    def __ror__(self, other):
        return Union[other, self]


class ForwardRef(Operand):
    """A type that is not defined yet."""

    def __init__(self, arg):
        self.__forward_arg__ = arg

    def __eq__(self, other):
        return isinstance(other, ForwardRef) and self.__forward_arg__ == other.__forward_arg__

    def __hash__(self):
        return hash(self.__forward_arg__)

    def __repr__(self):
        return f"ForwardRef({self.__forward_arg__!r})"


class Variable(Operand):
    """Stands for a type that is given later."""

    def __init__(self, name, *constraints, bound=None, covariant=False, contravariant=False):
        if covariant and contravariant:
            raise ValueError("Bivariant types are not supported.")
        if constraints and bound is not None:
            raise TypeError("Constraints cannot be combined with bound=...")
        if len(constraints) == 1:
            raise TypeError("A single constraint is not allowed")
        self.__name__ = name
        self.__constraints__ = tuple(map(type_argument, constraints))
        self.__bound__ = None if bound is None else type_argument(bound)
        self.__covariant__ = covariant
        self.__contravariant__ = contravariant

    def __typing_subst__(self, arg):
        return type_argument(arg)

    def __repr__(self):
        sign = "+" if self.__covariant__ else "-" if self.__contravariant__ else "~"
        return sign + self.__name__


class Alias(Operand):
    """A name with arguments; `shown` is the name if it is not that of the origin."""

    def __init__(self, origin, args, shown=None):
        self.__origin__ = origin
        self.__args__ = args
        self._shown = shown
        self.__parameters__ = parameters_of(args)

    def copy_with(self, args):
        return type(self)(self.__origin__, args, self._shown)

    def __getitem__(self, item):
        items = item if isinstance(item, tuple) else (item,)
        if not self.__parameters__:
            raise TypeError(f"{self} is not a generic class")
        if len(self.__parameters__) == 1 and not isinstance(self.__parameters__[0], TypeVar):
            return self.copy_with(tuple(items if arg is self.__parameters__[0] else arg for arg in self.__args__))
        check_count(self, len(items), len(self.__parameters__))
        return self.copy_with(tuple(self._replaced(arg, items) for arg in self.__args__))

    def _replaced(self, arg, items):
        if isinstance(arg, Variable):
            return arg.__typing_subst__(items[self.__parameters__.index(arg)])
        inner = parameters_of((arg,))
        if not inner:
            return arg
        return arg[tuple(items[self.__parameters__.index(variable)] for variable in inner)]

    def __call__(self, *args, **kwargs):
        made = self.__origin__(*args, **kwargs)
        try:
            made.__orig_class__ = self
        except AttributeError:
            pass
        return made

    def __mro_entries__(self, bases):
        return (self.__origin__,)

    def __getattr__(self, name):
        if not (name.startswith("__") and name.endswith("__")):
            for base in self.__origin__.__mro__:
                if name in base.__dict__:
                    found = base.__dict__[name]
                    return found.__get__(None, self.__origin__) if hasattr(found, "__get__") else found
        raise AttributeError(f"'{type(self).__name__}' object has no attribute '{name}'")

    def __eq__(self, other):
        if not isinstance(other, Alias):
            return NotImplemented
        return self.__origin__ is other.__origin__ and self.__args__ == other.__args__

    def __hash__(self):
        return hash((self.__origin__, self.__args__))

    def __instancecheck__(self, instance):
        raise TypeError("Subscripted generics cannot be used with class and instance checks")

    def __subclasscheck__(self, cls):
        raise TypeError("Subscripted generics cannot be used with class and instance checks")

    def __repr__(self):
        args = ", ".join(map(title, self.__args__)) or "()"
        return f"{self._shown or title(self.__origin__)}[{args}]"


class CallableAlias(Alias):
    """Callable[[int], str]"""

    def __repr__(self):
        args = title(self.__args__[:-1])
        if len(self.__args__) == 2 and (self.__args__[0] is ... or isinstance(self.__args__[0], ParamSpec)):
            args = title(self.__args__[0])
        return f"typing.Callable[{args}, {title(self.__args__[-1])}]"


class UnionAlias(Alias):
    """Union[int, str]"""

    def copy_with(self, args):
        return Union[args]

    def __call__(self, *args, **kwargs):
        raise TypeError("Cannot instantiate typing.Union")

    def __eq__(self, other):
        return isinstance(other, (UnionAlias, UnionType)) and set(self.__args__) == set(other.__args__)

    def __hash__(self):
        return hash(frozenset(self.__args__))

    def __instancecheck__(self, instance):
        return any(isinstance(instance, arg) for arg in self.__args__)

    def __subclasscheck__(self, cls):
        return any(issubclass(cls, arg) for arg in self.__args__)

    def __repr__(self):
        if len(self.__args__) == 2 and type(None) in self.__args__:
            other = self.__args__[self.__args__[0] is type(None)]
            return f"typing.Optional[{title(other)}]"
        return super().__repr__()


class LiteralAlias(Alias):
    """Literal[1, "a"]"""

    def _items(self):
        return {(type(arg), arg) for arg in self.__args__}

    def __eq__(self, other):
        return isinstance(other, LiteralAlias) and self._items() == other._items()

    def __hash__(self):
        return hash(frozenset(self._items()))

    def __repr__(self):
        return f"typing.Literal[{', '.join(map(repr, self.__args__))}]"


class AnnotatedAlias(Alias):
    """Annotated[int, "metadata"]"""

    def __init__(self, origin, args, shown=None):
        super().__init__(origin, args, shown)
        self.__metadata__ = shown

    def copy_with(self, args):
        return AnnotatedAlias(args[0], args, self.__metadata__)

    def __eq__(self, other):
        return super().__eq__(other) is True and self.__metadata__ == other.__metadata__

    def __hash__(self):
        return hash((self.__origin__, self.__metadata__))

    def __repr__(self):
        return f"typing.Annotated[{title(self.__origin__)}, {', '.join(map(repr, self.__metadata__))}]"


class Form(Operand):
    """A name that takes arguments in brackets and stands for no class."""

    def __init__(self, name):
        self._name = name

    def __getitem__(self, item):
        if isinstance(item, tuple) and self._name != "Concatenate":
            raise TypeError(f"{self} accepts only single type. Got {item!r}.")
        return Alias(self, tuple(map(type_argument, item if isinstance(item, tuple) else (item,))), repr(self))

    def __call__(self, *args, **kwargs):
        raise TypeError(f"Cannot instantiate {self!r}")

    def __mro_entries__(self, bases):
        raise TypeError(f"Cannot subclass {self!r}")

    def __instancecheck__(self, instance):
        raise TypeError(f"{self} cannot be used with isinstance()")

    def __subclasscheck__(self, cls):
        raise TypeError(f"{self} cannot be used with issubclass()")

    def __repr__(self):
        return f"typing.{self._name}"


class PlainForm(Form):
    """A name that takes no arguments."""

    def __getitem__(self, item):
        raise TypeError(f"{self} is not subscriptable")


class UnionForm(Form):
    """typing.Union"""

    def __getitem__(self, item):
        if item == ():
            raise TypeError("Cannot take a Union of no types.")
        found = []
        for arg in item if isinstance(item, tuple) else (item,):
            arg = type_argument(arg)
            if not callable(arg) and not isinstance(arg, (Operand, GenericAlias, UnionType)):
                raise TypeError(f"Union[arg, ...]: each arg must be a type. Got {arg!r}.")
            for one in arg.__args__ if isinstance(arg, (UnionAlias, UnionType)) else (arg,):
                if one not in found:
                    found.append(one)
        return found[0] if len(found) == 1 else UnionAlias(self, tuple(found), "typing.Union")


class OptionalForm(Form):
    """typing.Optional"""

    def __getitem__(self, item):
        if isinstance(item, tuple):
            raise TypeError(f"{self}[t] requires a single type. Got {item!r}.")
        return Union[item, None]


class LiteralForm(Form):
    """typing.Literal"""

    def __getitem__(self, item):
        found = []
        for arg in item if isinstance(item, tuple) else (item,):
            for one in arg.__args__ if isinstance(arg, LiteralAlias) else (arg,):
                if not any(type(one) is type(other) and one == other for other in found):
                    found.append(one)
        return LiteralAlias(self, tuple(found))


class AnnotatedForm(Form):
    """typing.Annotated"""

    def __getitem__(self, item):
        if not isinstance(item, tuple) or len(item) < 2:
            raise TypeError("Annotated[...] should be used with at least two arguments (a type and an annotation).")
        origin, metadata = type_argument(item[0]), item[1:]
        if isinstance(origin, AnnotatedAlias):
            origin, metadata = origin.__origin__, origin.__metadata__ + metadata
        return AnnotatedAlias(origin, (origin,), metadata)


class ClassForm(Form):
    """A name for a class; `count` is how many arguments it takes, -1 any number."""

    def __init__(self, name, origin, count=1, instances=True):
        self._name = name
        self.__origin__ = origin
        self._count = count
        self._instances = instances

    def __getitem__(self, item):
        items = item if isinstance(item, tuple) else (item,)
        if self._count == 0:
            raise TypeError(f"{self} is not a generic class")
        if self._count > 0:
            check_count(self, len(items), self._count)
        return Alias(self.__origin__, tuple(map(type_argument, items)), repr(self))

    def __call__(self, *args, **kwargs):
        if not self._instances:
            name = self.__origin__.__name__
            raise TypeError(f"Type {self._name} cannot be instantiated; use {name}() instead")
        return self.__origin__(*args, **kwargs)

    def __mro_entries__(self, bases):
        return (self.__origin__,)

    def __instancecheck__(self, instance):
        return isinstance(instance, self.__origin__)

    def __subclasscheck__(self, cls):
        return issubclass(cls, self.__origin__)


class CallableForm(ClassForm):
    """typing.Callable"""

    def __getitem__(self, item):
        if not isinstance(item, tuple) or len(item) != 2:
            raise TypeError("Callable must be used as Callable[[arg, ...], result].")
        args, result = item
        if isinstance(args, list):
            args = tuple(map(type_argument, args))
        else:
            args = (args,)
        return CallableAlias(self.__origin__, args + (type_argument(result),))


Union = UnionForm("Union")


class TypeVar(Variable):
    """A variable that stands for a type."""

    __module__ = "typing"


class ParamSpecPart:
    """P.args or P.kwargs"""

    def __init__(self, origin, name):
        self.__origin__ = origin
        self._name = name

    def __eq__(self, other):
        return isinstance(other, ParamSpecPart) and repr(self) == repr(other)

    def __repr__(self):
        return f"{self.__origin__.__name__}.{self._name}"


class ParamSpec(Variable):
    """A variable that stands for the parameters of a function."""

    __module__ = "typing"

    @property
    def args(self):
        return ParamSpecPart(self, "args")

    @property
    def kwargs(self):
        return ParamSpecPart(self, "kwargs")

    def __typing_subst__(self, arg):
        return tuple(map(type_argument, arg)) if isinstance(arg, (list, tuple)) else arg


class TypeVarTuple(Variable):
    """A variable that stands for any number of types."""

    __module__ = "typing"

    def __iter__(self):
        yield Unpacked(self, (self,))

    def __repr__(self):
        return self.__name__


class Unpacked(Alias):
    """*Ts"""

    def __repr__(self):
        return f"*{title(self.__args__[0])}"


class UnpackForm(Form):
    """typing.Unpack"""

    def __getitem__(self, item):
        return Unpacked(self, (item,))
