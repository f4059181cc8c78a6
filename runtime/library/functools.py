"""Functions that work on functions."""

from types import MappingProxyType, MethodType

WRAPPER_ASSIGNMENTS = ("__module__", "__name__", "__qualname__", "__doc__", "__annotations__")
WRAPPER_UPDATES = ("__dict__",)

_nothing = object()


def reduce(function, iterable, initial=_nothing, /):
    """Applies a function of two arguments cumulatively to the items."""
    iterator = iter(iterable)
    value = initial
    if value is _nothing:
        try:
            value = next(iterator)
        except StopIteration:
            raise TypeError("reduce() of empty iterable with no initial value") from None
    for item in iterator:
        value = function(value, item)
    return value


def update_wrapper(wrapper, wrapped, assigned=WRAPPER_ASSIGNMENTS, updated=WRAPPER_UPDATES):
    """Makes a wrapper look like what it wraps."""
    if "__module__" in assigned and hasattr(wrapped, "__module__"):
        wrapper.__module__ = wrapped.__module__
    if "__name__" in assigned and hasattr(wrapped, "__name__"):
        wrapper.__name__ = wrapped.__name__
    if "__qualname__" in assigned and hasattr(wrapped, "__qualname__"):
        wrapper.__qualname__ = wrapped.__qualname__
    if "__doc__" in assigned and hasattr(wrapped, "__doc__"):
        wrapper.__doc__ = wrapped.__doc__
    if "__annotations__" in assigned and hasattr(wrapped, "__annotations__"):
        wrapper.__annotations__ = wrapped.__annotations__
    if updated and hasattr(wrapped, "__dict__"):
        wrapper.__dict__.update(wrapped.__dict__)
    wrapper.__wrapped__ = wrapped
    return wrapper


def wraps(wrapped, assigned=WRAPPER_ASSIGNMENTS, updated=WRAPPER_UPDATES):
    """The decorator of a function that wraps another."""

    def decorate(wrapper):
        return update_wrapper(wrapper, wrapped, assigned, updated)

    return decorate


class partial:
    """A function with some arguments given already."""

    def __new__(cls, func, /, *args, **keywords):
        if not callable(func):
            raise TypeError("the first argument must be callable")
        self = super().__new__(cls)
        if isinstance(func, partial):
            args = func.args + args
            keywords = {**func.keywords, **keywords}
            func = func.func
        self.func = func
        self.args = args
        self.keywords = keywords
        return self

    def __call__(self, /, *args, **keywords):
        return self.func(*self.args, *args, **{**self.keywords, **keywords})

    def __repr__(self):
        parts = [repr(self.func)]
        parts.extend(repr(arg) for arg in self.args)
        parts.extend(f"{name}={value!r}" for name, value in self.keywords.items())
        name = "functools.partial" if type(self) is partial else type(self).__name__
        return f"{name}({', '.join(parts)})"


class partialmethod:
    """A method with some arguments given already."""

    def __init__(self, func, /, *args, **keywords):
        if not callable(func) and not hasattr(func, "__get__"):
            raise TypeError(f"{func!r} is not callable or a descriptor")
        if isinstance(func, partialmethod):
            args = func.args + args
            keywords = {**func.keywords, **keywords}
            func = func.func
        self.func = func
        self.args = args
        self.keywords = keywords

    def _method(self, obj, /, *args, **keywords):
        return self.func(obj, *self.args, *args, **{**self.keywords, **keywords})

    def __get__(self, obj, cls=None):
        if hasattr(self.func, "__get__"):
            bound = self.func.__get__(obj, cls)
            if bound is not self.func:
                return partial(bound, *self.args, **self.keywords)
        return self._method if obj is None else MethodType(self._method, obj)

    def __repr__(self):
        args = ", ".join(repr(arg) for arg in self.args)
        keywords = ", ".join(f"{name}={value!r}" for name, value in self.keywords.items())
        return f"functools.partialmethod({self.func!r}, {args}, {keywords})"


class _CacheInfo(tuple):
    def __new__(cls, hits, misses, maxsize, currsize):
        return super().__new__(cls, (hits, misses, maxsize, currsize))

    hits = property(lambda self: self[0])
    misses = property(lambda self: self[1])
    maxsize = property(lambda self: self[2])
    currsize = property(lambda self: self[3])

    def __repr__(self):
        return f"CacheInfo(hits={self[0]}, misses={self[1]}, maxsize={self[2]}, currsize={self[3]})"


class _lru_cache_wrapper:
    """A function that remembers its results: a dictionary whose oldest entry is the one
    that was used least recently."""

    def __init__(self, function, maxsize, typed):
        self._function = function
        self._maxsize = maxsize
        self._typed = typed
        self.cache_clear()
        update_wrapper(self, function)

    def _key(self, args, keywords):
        key = args
        if keywords:
            key = (args, _nothing, tuple(keywords.items()))
        if self._typed:
            types = tuple(type(arg) for arg in args)
            key = (key, types, tuple(type(value) for value in keywords.values()))
        return key

    def __call__(self, /, *args, **keywords):
        key = self._key(args, keywords)
        results = self._results
        value = results.get(key, _nothing)
        if value is not _nothing:
            self._hits += 1
            if self._maxsize is not None:
                del results[key]
                results[key] = value
            return value
        self._misses += 1
        value = self._function(*args, **keywords)
        if self._maxsize is None or self._maxsize > 0:
            results[key] = value
            if self._maxsize is not None and len(results) > self._maxsize:
                del results[next(iter(results))]
        return value

    def __get__(self, obj, cls=None):
        return self if obj is None else MethodType(self, obj)

    def __copy__(self):
        return self

    def __deepcopy__(self, memo):
        return self

    def cache_clear(self):
        self._results = {}
        self._hits = self._misses = 0

    def cache_info(self):
        return _CacheInfo(self._hits, self._misses, self._maxsize, len(self._results))

    def cache_parameters(self):
        return {"maxsize": self._maxsize, "typed": self._typed}

    def __repr__(self):
        return f"<functools._lru_cache_wrapper object at {id(self):#x}>"


def lru_cache(maxsize=128, typed=False):
    """The decorator of a function whose last results are remembered."""
    if callable(maxsize):
        return _lru_cache_wrapper(maxsize, 128, typed)
    if maxsize is not None:
        if not isinstance(maxsize, int):
            raise TypeError("Expected first argument to be an integer, a callable, or None")
        maxsize = max(maxsize, 0)
    return lambda function: _lru_cache_wrapper(function, maxsize, typed)


def cache(user_function, /):
    """The decorator of a function whose results are all remembered."""
    return _lru_cache_wrapper(user_function, None, False)


class cached_property:
    """A property whose value is computed once, and then is an attribute."""

    def __init__(self, func):
        self.func = func
        self.attrname = None
        self.__doc__ = func.__doc__

    def __set_name__(self, owner, name):
        if self.attrname is None:
            self.attrname = name
        elif name != self.attrname:
            raise TypeError(
                "Cannot assign the same cached_property to two different names "
                f"({self.attrname!r} and {name!r})."
            )

    def __get__(self, instance, owner=None):
        if instance is None:
            return self
        if self.attrname is None:
            raise TypeError("Cannot use cached_property instance without calling __set_name__ on it.")
        value = self.func(instance)
        object.__setattr__(instance, self.attrname, value)
        return value


def cmp_to_key(mycmp):
    """A key function from a function that compares."""

    class K:
        __slots__ = ("obj",)
        __hash__ = None

        def __init__(self, obj):
            self.obj = obj

        def __lt__(self, other):
            return mycmp(self.obj, other.obj) < 0

        def __gt__(self, other):
            return mycmp(self.obj, other.obj) > 0

        def __eq__(self, other):
            return mycmp(self.obj, other.obj) == 0

        def __le__(self, other):
            return mycmp(self.obj, other.obj) <= 0

        def __ge__(self, other):
            return mycmp(self.obj, other.obj) >= 0

    return K


def _negated(result):
    return result if result is NotImplemented else not result


def total_ordering(cls):
    """Adds the comparisons that a class lacks, by __eq__ and the one that it has."""

    def le_from_lt(self, other):
        less = type(self).__lt__(self, other)
        return less or self == other if less is not NotImplemented else less

    def gt_from_lt(self, other):
        less = type(self).__lt__(self, other)
        return not less and self != other if less is not NotImplemented else less

    def ge_from_lt(self, other):
        return _negated(type(self).__lt__(self, other))

    def ge_from_le(self, other):
        less = type(self).__le__(self, other)
        return not less or self == other if less is not NotImplemented else less

    def lt_from_le(self, other):
        less = type(self).__le__(self, other)
        return less and self != other if less is not NotImplemented else less

    def gt_from_le(self, other):
        return _negated(type(self).__le__(self, other))

    def lt_from_gt(self, other):
        greater = type(self).__gt__(self, other)
        return not (greater or self == other) if greater is not NotImplemented else greater

    def ge_from_gt(self, other):
        greater = type(self).__gt__(self, other)
        return greater or self == other if greater is not NotImplemented else greater

    def le_from_gt(self, other):
        return _negated(type(self).__gt__(self, other))

    def le_from_ge(self, other):
        greater = type(self).__ge__(self, other)
        return not greater or self == other if greater is not NotImplemented else greater

    def gt_from_ge(self, other):
        greater = type(self).__ge__(self, other)
        return greater and self != other if greater is not NotImplemented else greater

    def lt_from_ge(self, other):
        return _negated(type(self).__ge__(self, other))

    if cls.__lt__ is not object.__lt__:
        added = (("__gt__", gt_from_lt), ("__le__", le_from_lt), ("__ge__", ge_from_lt))
    elif cls.__le__ is not object.__le__:
        added = (("__ge__", ge_from_le), ("__lt__", lt_from_le), ("__gt__", gt_from_le))
    elif cls.__gt__ is not object.__gt__:
        added = (("__lt__", lt_from_gt), ("__ge__", ge_from_gt), ("__le__", le_from_gt))
    elif cls.__ge__ is not object.__ge__:
        added = (("__le__", le_from_ge), ("__gt__", gt_from_ge), ("__lt__", lt_from_ge))
    else:
        raise ValueError("must define at least one ordering operation: < > <= >=")
    for name, method in added:
        if not any(name in base.__dict__ for base in cls.__mro__[:-1]):
            method.__name__ = name
            type.__setattr__(cls, name, method)
    return cls


def singledispatch(func):
    """A function that chooses its implementation by the type of its first argument."""
    registry = {object: func}

    def dispatch(cls):
        for base in cls.__mro__[:-1]:
            if base in registry:
                return registry[base]
        return registry[_nearest(cls, registry)]

    def register(cls, implementation=None):
        types = _dispatch_types(cls)
        if types is not None:
            if implementation is None:
                return lambda implementation: register(cls, implementation)
        else:
            types, implementation = _annotated_types(cls, implementation)
        for each in types:
            registry[each] = implementation
        return implementation

    def wrapper(*args, **keywords):
        if not args:
            raise TypeError(f"{func.__name__} requires at least 1 positional argument")
        return dispatch(args[0].__class__)(*args, **keywords)

    wrapper.register = register
    wrapper.dispatch = dispatch
    wrapper.registry = MappingProxyType(registry)
    return update_wrapper(wrapper, func)


def _dispatch_types(cls):
    """The classes that a class or a union stands for, or None for anything else."""
    if isinstance(cls, type):
        return (cls,)
    members = getattr(cls, "__args__", None)
    # Aliases of classes have an origin that is a class.
    if members and not isinstance(getattr(cls, "__origin__", None), type) and all(isinstance(each, type) for each in members):
        return members
    return None


def _annotated_types(function, given):
    """The classes that an annotation of a function names, and the function."""
    if given is not None:
        raise TypeError(f"Invalid first argument to `register()`. {function!r} is not a class or union type.")
    annotations = getattr(function, "__annotations__", None)
    if not annotations:
        raise TypeError(
            f"Invalid first argument to `register()`: {function!r}. Use either "
            "`@register(some_class)` or plain `@register` on an annotated function."
        )
    name, cls = next(iter(annotations.items()))
    if isinstance(cls, str):
        raise NotImplementedError(f"annotation {cls!r} is not evaluated; write register({cls})")
    types = _dispatch_types(cls)
    if types is None:
        raise TypeError(f"Invalid annotation for {name!r}. {cls!r} is not a class.")
    return types, function


def _nearest(cls, registry):
    """The most specific class that a class belongs to without being derived from it."""
    found = [each for each in registry if each is not object and issubclass(cls, each)]
    found = [each for each in found if not any(other is not each and issubclass(other, each) for other in found)]
    if len(found) > 1:
        raise RuntimeError(f"Ambiguous dispatch: {found[0]} or {found[1]}")
    return found[0] if found else object


class singledispatchmethod:
    """A method that chooses its implementation by the type of its first argument."""

    def __init__(self, func):
        if not callable(func) and not hasattr(func, "__get__"):
            raise TypeError(f"{func!r} is not callable or a descriptor")
        self.dispatcher = singledispatch(func)
        self.func = func

    def register(self, cls, method=None):
        return self.dispatcher.register(cls, method)

    def __get__(self, obj, cls=None):
        def method(*args, **keywords):
            return self.dispatcher.dispatch(args[0].__class__).__get__(obj, cls)(*args, **keywords)

        method.register = self.register
        return update_wrapper(method, self.func)
