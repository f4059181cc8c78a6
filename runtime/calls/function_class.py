"""Functions, bound methods, cells and code objects."""


def make_function(template, defaults, kwdefaults, closure):
    """The function that a def or lambda makes: a copy of the image's with its own
    defaults (TUPLE or None, DICT or None) and cells (TUPLE or None)."""
    f = allocate(FUNCTION_ID << HEADER_CLASS_SHIFT | FUNC_NAMES, FUNC_WORDS)
    st(f, FUNC_CODE, ld(template, FUNC_CODE))
    st(f, FUNC_DEFAULTS, defaults)
    st(f, FUNC_KWDEFAULTS, kwdefaults)
    st(f, FUNC_CLOSURE, closure)
    st(f, FUNC_DICT, None)
    st(f, FUNC_NAMES, None)
    return retag(retag(template, INT) & -0x10000 | f, FUNC)


def new_cell(value):
    """A cell with a value, or UNBOUND with the variable's name."""
    c = alloc(cell, CELL_WORDS)
    st(c, CELL_VALUE, value)
    return c


@builtin(tag=FUNC, hidden=True)
class function:
    def __call__(self, /, *args, **kwargs):
        return call_ex(self, args, kwargs)

    def __get__(self, o, cls=None, /):
        if o is None:
            return self
        return new_method(self, o)

    def __repr__(self):
        return f"<function {function_qualname(self)} at {address_text(self)}>"

    @property
    def __name__(self):
        return function_name(self)

    @__name__.setter
    def __name__(self, name):
        check_writable(self, "__name__")
        check_name(name, "__name__")
        qualname = function_qualname(self)
        st(self, FUNC_NAMES, (name, qualname))

    @property
    def __qualname__(self):
        return function_qualname(self)

    @__qualname__.setter
    def __qualname__(self, name):
        check_writable(self, "__qualname__")
        check_name(name, "__qualname__")
        st(self, FUNC_NAMES, (function_name(self), name))

    @property
    def __doc__(self):
        return function_attribute(self, "__doc__", code_doc(ld(self, FUNC_CODE)))

    @__doc__.setter
    def __doc__(self, text):
        dict_set(function_dict(self), "__doc__", text)

    @property
    def __module__(self):
        return function_attribute(self, "__module__", ld(ld(self, FUNC_CODE), CODE_MODULE))

    @__module__.setter
    def __module__(self, name):
        dict_set(function_dict(self), "__module__", name)

    @property
    def __annotations__(self):
        found = function_attribute(self, "__annotations__", END)
        if found is END:
            found = new_dict()
            dict_set(function_dict(self), "__annotations__", found)
        return found

    @__annotations__.setter
    def __annotations__(self, value):
        dict_set(function_dict(self), "__annotations__", value)

    @property
    def __defaults__(self):
        return function_field(self, FUNC_DEFAULTS)

    @__defaults__.setter
    def __defaults__(self, values):
        check_writable(self, "__defaults__")
        if values is not None and tag(values) != TUPLE:
            raise TypeError("__defaults__ must be set to a tuple object")
        st(self, FUNC_DEFAULTS, values)

    @property
    def __kwdefaults__(self):
        return function_field(self, FUNC_KWDEFAULTS)

    @__kwdefaults__.setter
    def __kwdefaults__(self, values):
        check_writable(self, "__kwdefaults__")
        if values is not None and tag(values) != DICT:
            raise TypeError("__kwdefaults__ must be set to a dict object")
        st(self, FUNC_KWDEFAULTS, values)

    @property
    def __closure__(self):
        cell
        return function_field(self, FUNC_CLOSURE)

    @property
    def __code__(self):
        code
        return ld(self, FUNC_CODE)

    @property
    def __dict__(self):
        return function_dict(self)

    @__dict__.setter
    def __dict__(self, attributes):
        check_writable(self, "__dict__")
        if tag(attributes) != DICT:
            raise TypeError(f"__dict__ must be set to a dictionary, not a '{type_name(attributes)}'")
        st(self, FUNC_DICT, attributes)


@builtin(tag=FUNC, hidden=True)
class builtin_function_or_method:
    __call__ = function.__call__
    __name__ = function.__name__
    __qualname__ = function.__qualname__
    __doc__ = function.__doc__
    __module__ = function.__module__

    def __repr__(self):
        return f"<built-in function {function_name(self)}>"


@builtin(tag=FUNC, hidden=True)
class method_descriptor:
    __call__ = function.__call__
    __get__ = function.__get__
    __name__ = function.__name__
    __qualname__ = function.__qualname__
    __doc__ = function.__doc__

    def __repr__(self):
        kind = "slot wrapper" if class_id(self) == WRAPPER_DESCRIPTOR_ID else "method"
        return f"<{kind} '{function_name(self)}' of '{function_owner(self)}' objects>"


@builtin(tag=FUNC, hidden=True)
class wrapper_descriptor:
    __call__ = function.__call__
    __get__ = function.__get__
    __name__ = function.__name__
    __qualname__ = function.__qualname__
    __doc__ = function.__doc__
    __repr__ = method_descriptor.__repr__


def function_attribute(f, name, otherwise):
    """An attribute that is only in the function's dictionary if it was set."""
    attributes = function_field(f, FUNC_DICT)
    if attributes is not None:
        found = dict_get(attributes, name)
        if found is not END:
            return found
    return otherwise


def code_doc(code):
    """The docstring of a function, or None."""
    if retag(ld(code, HEADER), INT) & HEADER_AUX == 0:
        return None
    return ld(code, CODE_DOC)


def check_writable(f, attribute):
    """Raises AttributeError for a builtin function, which cannot be changed."""
    if is_builtin_function(f):
        raise AttributeError(f"attribute '{attribute}' of '{type_name(f)}' objects is not writable")


def check_name(name, attribute):
    """Raises TypeError for a function's name that is no string."""
    if tag(payload_of(name)) != STR:
        raise TypeError(f"{attribute} must be set to a string object")


@builtin(name="method", hidden=True)
class bound_method:
    def __new__(cls, f, o, /):
        if not is_callable(f):
            raise TypeError("first argument must be callable")
        if o is None:
            raise TypeError("instance must not be None")
        return new_method(f, o)

    def __call__(self, /, *args, **kwargs):
        return call_ex(self, args, kwargs)

    def __repr__(self):
        f = ld(self, METHOD_FUNC)
        o = ld(self, METHOD_SELF)
        if is_builtin_function(f):
            return f"<built-in method {function_name(f)} of {type_name(o)} object at {address_text(o)}>"
        name = find_attribute(f, "__qualname__")
        if name is END:
            name = "?"
        return f"<bound method {name} of {repr_text(o)}>"

    def __eq__(self, other, /):
        if not is_a(other, bound_method):
            return NotImplemented
        return ld(self, METHOD_SELF) is ld(other, METHOD_SELF) and equals(ld(self, METHOD_FUNC), ld(other, METHOD_FUNC))

    def __hash__(self):
        return identity(ld(self, METHOD_SELF)) ^ identity(ld(self, METHOD_FUNC)) * 3

    def __getattr__(self, name, /):
        return load_attribute(ld(self, METHOD_FUNC), name)

    @property
    def __func__(self):
        return ld(self, METHOD_FUNC)

    @property
    def __self__(self):
        return ld(self, METHOD_SELF)

    @property
    def __doc__(self):
        return load_attribute(ld(self, METHOD_FUNC), "__doc__")


class cell:
    """A variable that inner functions share."""

    def __repr__(self):
        value = ld(self, CELL_VALUE)
        if tag(value) == UNBOUND:
            return f"<cell at {address_text(self)}: empty>"
        return f"<cell at {address_text(self)}: {type_name(value)} object at {address_text(value)}>"

    @property
    def cell_contents(self):
        value = ld(self, CELL_VALUE)
        if tag(value) == UNBOUND:
            raise ValueError("Cell is empty")
        return value

    @cell_contents.setter
    def cell_contents(self, value):
        st(self, CELL_VALUE, value)


class code:
    """What is known of a function's code."""

    @property
    def co_name(self):
        return ld(self, CODE_NAME)

    @property
    def co_qualname(self):
        return code_qualname(self)

    @property
    def co_argcount(self):
        return ld(self, CODE_COUNTS) >> CODE_POSITIONAL_SHIFT & CODE_POSITIONAL_MASK

    @property
    def co_posonlyargcount(self):
        return ld(self, CODE_COUNTS) & CODE_POSITIONAL_ONLY

    @property
    def co_kwonlyargcount(self):
        return ld(self, CODE_COUNTS) >> CODE_KEYWORD_ONLY_SHIFT & CODE_KEYWORD_ONLY_MASK

    @property
    def co_varnames(self):
        return ld(self, CODE_NAMES)

    @property
    def co_filename(self):
        return script()

    @property
    def co_firstlineno(self):
        return ld(self, CODE_LINE)

    @property
    def co_flags(self):
        flags = ld(self, CODE_COUNTS)
        shown = (flags & CODE_VARARGS) >> CODE_VARARGS_SHIFT - 2 | (flags & CODE_VARKEYWORDS) >> CODE_VARKEYWORDS_SHIFT - 3
        shown |= (flags & CODE_GENERATOR) >> CODE_GENERATOR_SHIFT - 5 | (flags & CODE_COROUTINE) >> CODE_COROUTINE_SHIFT - 7 | (flags & CODE_ASYNC_GENERATOR) >> CODE_ASYNC_GENERATOR_SHIFT - 9
        return shown | 3
