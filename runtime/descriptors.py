"""property, staticmethod, classmethod and bound methods."""


# Behind the words that the image's properties have.
PROPERTY_NAME = 5


@builtin
class property:
    def __new__(cls, fget=None, fset=None, fdel=None, doc=None):
        p = new_property(fget, fset, fdel, doc)
        if cls is property:
            return p
        return new_native(cls, p)

    def __init__(self, fget=None, fset=None, fdel=None, doc=None):
        fill_property(payload_of(self), fget, fset, fdel, doc)

    def getter(self, function, /):
        return new_property(function, ld(self, PROPERTY_SET), ld(self, PROPERTY_DELETE), None)

    def setter(self, function, /):
        return new_property(ld(self, PROPERTY_GET), function, ld(self, PROPERTY_DELETE), ld(self, PROPERTY_DOC))

    def deleter(self, function, /):
        return new_property(ld(self, PROPERTY_GET), ld(self, PROPERTY_SET), function, ld(self, PROPERTY_DOC))

    def __get__(self, o, cls=None, /):
        if o is None:
            return self
        return get_property(self, o)

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
    def __doc__(self):
        return ld(self, PROPERTY_DOC)

    @__doc__.setter
    def __doc__(self, text):
        st(self, PROPERTY_DOC, text)


def fill_property(p, getter, setter, deleter, doc):
    """Stores a property's functions."""
    st(p, PROPERTY_GET, getter)
    st(p, PROPERTY_SET, setter)
    st(p, PROPERTY_DELETE, deleter)
    if doc is None and tag(getter) == FUNC:
        doc = code_doc(ld(getter, FUNC_CODE))
    st(p, PROPERTY_DOC, doc)


def new_property(getter, setter, deleter, doc):
    """A new property."""
    p = alloc(property, 6)
    st(p, PROPERTY_NAME, None)
    fill_property(p, getter, setter, deleter, doc)
    return p


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
    """A function of a class that gets no self."""

    def __new__(cls, function, /):
        callable_object
        s = alloc(staticmethod, 2)
        st(s, STATICMETHOD_FUNC, function)
        if cls is staticmethod:
            return s
        return new_native(cls, s)

    def __get__(self, o, cls=None, /):
        return ld(self, STATICMETHOD_FUNC)

    def __call__(self, *args, **kwargs):
        return call_ex(ld(self, STATICMETHOD_FUNC), args, kwargs)

    def __repr__(self):
        return f"<staticmethod({repr_of(ld(self, STATICMETHOD_FUNC))})>"

    @property
    def __func__(self):
        return ld(self, STATICMETHOD_FUNC)

    @property
    def __wrapped__(self):
        return ld(self, STATICMETHOD_FUNC)

    @property
    def __name__(self):
        return load_attribute(ld(self, STATICMETHOD_FUNC), "__name__")


@builtin
class classmethod:
    """A function of a class that gets the class as its first argument."""

    def __new__(cls, function, /):
        c = alloc(classmethod, 2)
        st(c, CLASSMETHOD_FUNC, function)
        if cls is classmethod:
            return c
        return new_native(cls, c)

    def __get__(self, o, cls=None, /):
        if cls is None:
            cls = class_of(o)
        return new_method(ld(self, CLASSMETHOD_FUNC), cls)

    def __repr__(self):
        return f"<classmethod({repr_of(ld(self, CLASSMETHOD_FUNC))})>"

    @property
    def __func__(self):
        return ld(self, CLASSMETHOD_FUNC)

    @property
    def __wrapped__(self):
        return ld(self, CLASSMETHOD_FUNC)

    @property
    def __name__(self):
        return load_attribute(ld(self, CLASSMETHOD_FUNC), "__name__")
