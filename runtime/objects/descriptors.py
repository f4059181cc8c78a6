"""property, staticmethod, classmethod and bound methods."""

# Behind the words that the image's properties have.


@builtin
class property:
    def __new__(cls, fget=None, fset=None, fdel=None, doc=None):
        p = new_property(fget, fset, fdel, doc)
        if cls is property:
            return p
        return new_native(cls, p)

    @raw
    def __init__(self, fget=None, fset=None, fdel=None, doc=None):
        p = property_self(self, "__init__")
        fill_property(p, fget, fset, fdel, doc)
        if defined("__doc__") and doc is None and p is not self and ld(p, PROPERTY_DOC) is not None:
            # The subclass has a docstring of its own.
            set_attribute(self, "__doc__", ld(p, PROPERTY_DOC))

    @raw
    def getter(self, function, /):
        p = property_self(self, "getter")
        return copy_property(self, function, ld(p, PROPERTY_SET), ld(p, PROPERTY_DELETE))

    @raw
    def setter(self, function, /):
        p = property_self(self, "setter")
        return copy_property(self, ld(p, PROPERTY_GET), function, ld(p, PROPERTY_DELETE))

    @raw
    def deleter(self, function, /):
        p = property_self(self, "deleter")
        return copy_property(self, ld(p, PROPERTY_GET), ld(p, PROPERTY_SET), function)

    @raw
    def __get__(self, o, cls=None, /):
        if o is None:
            return self
        return get_property(property_self(self, "__get__"), o)

    def __set__(self, o, value, /):
        setter = ld(self, PROPERTY_SET)
        if setter is None:
            raise AttributeError(no_accessor(o, property_name(self), "setter"))
        setter(o, value)

    def __delete__(self, o, /):
        deleter = ld(self, PROPERTY_DELETE)
        if deleter is None:
            raise AttributeError(no_accessor(o, property_name(self), "deleter"))
        deleter(o)

    @property
    def fget(self):
        return ld(self, PROPERTY_GET)

    @property
    def fset(self):
        return ld(self, PROPERTY_SET)

    @property
    def fdel(self):
        return ld(self, PROPERTY_DELETE)

    @property
    def __isabstractmethod__(self):
        return is_abstract(ld(self, PROPERTY_GET)) or is_abstract(ld(self, PROPERTY_SET)) or is_abstract(ld(self, PROPERTY_DELETE))

    def __set_name__(self, cls, name, /):
        st(self, PROPERTY_NAME, name)

    @property
    def __doc__(self):
        return ld(self, PROPERTY_DOC)

    @__doc__.setter
    def __doc__(self, text):
        st(self, PROPERTY_DOC, text)


def property_self(value, name):
    """The property of a method's raw self."""
    if is_a(value, property):
        return value
    return unwrap_self(value, property, name)


def fill_property(p, getter, setter, deleter, doc):
    """Stores a property's functions."""
    st(p, PROPERTY_GET, getter)
    st(p, PROPERTY_SET, setter)
    st(p, PROPERTY_DELETE, deleter)
    if doc is None:
        doc = getter_doc(getter)
    st(p, PROPERTY_DOC, doc)


def getter_doc(getter):
    """The docstring of a property's getter."""
    if tag(getter) == FUNC:
        return code_doc(ld(getter, FUNC_CODE))
    if defined("__doc__") and getter is not None:
        doc = find_attribute(getter, "__doc__")
        if doc is not END:
            return doc
    return None


def new_property(getter, setter, deleter, doc):
    """A new property."""
    p = alloc(property, PROPERTY_WORDS)
    st(p, PROPERTY_NAME, None)
    fill_property(p, getter, setter, deleter, doc)
    return p


def copy_property(p, getter, setter, deleter):
    """A property of the same class with these functions. Its docstring comes from the
    getter if the other's did."""
    old = payload_of(p)
    doc = ld(old, PROPERTY_DOC)
    if getter is not None and doc is getter_doc(ld(old, PROPERTY_GET)):
        doc = None
    if p is not old:
        return class_of(p)(getter, setter, deleter, doc)
    copy = new_property(getter, setter, deleter, doc)
    st(copy, PROPERTY_NAME, ld(old, PROPERTY_NAME))
    return copy


def is_abstract(f):
    """True for what a class that has it has to be abstract for."""
    found = find_attribute(f, "__isabstractmethod__")
    return found is not END and truth(found)


def get_property(p, o):
    """A property's value for an object."""
    getter = ld(p, PROPERTY_GET)
    if tag(getter) == FUNC:
        return getter(o)
    if getter is None:
        name = property_name(p)
        raise_attribute_error(no_accessor(o, name, "getter"), o, name)
    return getter(o)


def property_name(p):
    """The name under which a class of the program has a property, or None."""
    name = ld(p, PROPERTY_NAME)
    if tag(name) != STR:
        return None
    return name


@builtin
class staticmethod:
    def __new__(cls, function, /):
        callable_object
        s = alloc(staticmethod, STATICMETHOD_WORDS)
        st(s, STATICMETHOD_FUNC, function)
        if cls is staticmethod:
            return s
        return new_native(cls, s)

    def __get__(self, o, cls=None, /):
        return ld(self, STATICMETHOD_FUNC)

    def __call__(self, /, *args, **kwargs):
        return call_ex(ld(self, STATICMETHOD_FUNC), args, kwargs)

    def __repr__(self):
        return f"<staticmethod({repr_text(ld(self, STATICMETHOD_FUNC))})>"

    @property
    def __func__(self):
        return ld(self, STATICMETHOD_FUNC)

    @property
    def __wrapped__(self):
        return ld(self, STATICMETHOD_FUNC)

    @property
    def __isabstractmethod__(self):
        return is_abstract(ld(self, STATICMETHOD_FUNC))

    @property
    def __name__(self):
        return load_attribute(ld(self, STATICMETHOD_FUNC), "__name__")

    @property
    def __qualname__(self):
        return load_attribute(ld(self, STATICMETHOD_FUNC), "__qualname__")

    @property
    def __module__(self):
        return load_attribute(ld(self, STATICMETHOD_FUNC), "__module__")

    @property
    def __doc__(self):
        return load_attribute(ld(self, STATICMETHOD_FUNC), "__doc__")

    @property
    def __annotations__(self):
        return load_attribute(ld(self, STATICMETHOD_FUNC), "__annotations__")


@builtin
class classmethod:
    def __new__(cls, function, /):
        c = alloc(classmethod, CLASSMETHOD_WORDS)
        st(c, CLASSMETHOD_FUNC, function)
        if cls is classmethod:
            return c
        return new_native(cls, c)

    def __get__(self, o, cls=None, /):
        if cls is None:
            cls = class_of(o)
        return bind_class_method(ld(self, CLASSMETHOD_FUNC), cls)

    def __repr__(self):
        return f"<classmethod({repr_text(ld(self, CLASSMETHOD_FUNC))})>"

    @property
    def __func__(self):
        return ld(self, CLASSMETHOD_FUNC)

    @property
    def __wrapped__(self):
        return ld(self, CLASSMETHOD_FUNC)

    @property
    def __isabstractmethod__(self):
        return is_abstract(ld(self, CLASSMETHOD_FUNC))

    @property
    def __name__(self):
        return load_attribute(ld(self, CLASSMETHOD_FUNC), "__name__")

    @property
    def __qualname__(self):
        return load_attribute(ld(self, CLASSMETHOD_FUNC), "__qualname__")

    @property
    def __module__(self):
        return load_attribute(ld(self, CLASSMETHOD_FUNC), "__module__")

    @property
    def __doc__(self):
        return load_attribute(ld(self, CLASSMETHOD_FUNC), "__doc__")

    @property
    def __annotations__(self):
        return load_attribute(ld(self, CLASSMETHOD_FUNC), "__annotations__")
