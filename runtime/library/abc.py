"""Abstract base classes."""

# How often a class was registered with another.
_registrations = 0


def abstractmethod(funcobj):
    """The decorator of a method that derived classes have to define."""
    funcobj.__isabstractmethod__ = True
    return funcobj


class abstractproperty(property):
    """A property that derived classes have to define."""

    __isabstractmethod__ = True


class abstractclassmethod(classmethod):
    """A class method that derived classes have to define."""

    __isabstractmethod__ = True

    def __init__(self, callable):
        callable.__isabstractmethod__ = True


class abstractstaticmethod(staticmethod):
    """A static method that derived classes have to define."""

    __isabstractmethod__ = True

    def __init__(self, callable):
        callable.__isabstractmethod__ = True


def get_cache_token():
    """A number that every registration changes."""
    return _registrations


def update_abstractmethods(cls):
    """Finds the abstract methods of a class again after it has changed."""
    if hasattr(cls, "__abstractmethods__"):
        cls.__abstractmethods__ = _abstract_names(cls, cls.__dict__)
    return cls


def _abstract_names(cls, namespace):
    abstract = {name for name, value in namespace.items() if _is_abstract(value)}
    for base in cls.__bases__:
        for name in getattr(base, "__abstractmethods__", ()):
            if _is_abstract(_defined(cls, name)):
                abstract.add(name)
    return frozenset(abstract)


def _registered(cls):
    """The classes that were registered with a class, which has them itself: they go with it."""
    return cls.__dict__.get("_abc_impl", ())


def _is_abstract(value):
    return getattr(value, "__isabstractmethod__", False)


def _defined(cls, name):
    for base in cls.__mro__:
        if name in base.__dict__:
            return base.__dict__[name]
    return None


class ABCMeta(type):
    """The class of abstract base classes."""

    def __new__(mcls, name, bases, namespace, /, **kwargs):
        cls = super().__new__(mcls, name, bases, namespace, **kwargs)
        cls.__abstractmethods__ = _abstract_names(cls, namespace)
        return cls

    def register(cls, subclass):
        """Makes a class count as derived from this one."""
        global _registrations
        if not isinstance(subclass, type):
            raise TypeError("Can only register classes")
        if not issubclass(subclass, cls):
            if issubclass(cls, subclass):
                raise RuntimeError("Refusing to create an inheritance cycle")
            cls._abc_impl = [*_registered(cls), subclass]
            _registrations += 1
            flags = _defined(cls, "__abc_tpflags__")
            if flags is not None and subclass.__module__ != "builtins":
                subclass.__abc_tpflags__ = flags
        return subclass

    def __instancecheck__(cls, instance):
        return cls.__subclasscheck__(type(instance)) or cls.__subclasscheck__(instance.__class__)

    def __subclasscheck__(cls, subclass):
        if not isinstance(subclass, type):
            raise TypeError("issubclass() arg 1 must be a class")
        if _defined(cls, "__subclasshook__") is not None:
            answer = cls.__subclasshook__(subclass)
            if answer is not NotImplemented:
                return bool(answer)
        if cls in subclass.__mro__:
            return True
        if any(issubclass(subclass, other) for other in _registered(cls)):
            return True
        return any(issubclass(subclass, other) for other in type.__subclasses__(cls))


class ABC(metaclass=ABCMeta):
    """A base for abstract classes."""

    __slots__ = ()
