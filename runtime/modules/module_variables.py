"""The variables of a module by name: globals(), and a module's `__dict__`."""

NAMESPACE_MODULE = 1
NAMESPACE_WORDS = 2


@builtin(hidden=True)
class module_namespace:
    """A mapping that reads and changes the variables themselves. What it gives to iterate
    over is a copy."""

    __hash__ = None

    def __getitem__(self, name, /):
        value = namespace_value(self, name)
        if value is END:
            raise KeyError(name)
        return value

    def __setitem__(self, name, value, /):
        text = string_of(name)
        if text is END:
            raise TypeError("names of variables are strings")
        set_module_attribute(ld(self, NAMESPACE_MODULE), text, value)

    def __delitem__(self, name, /):
        if namespace_value(self, name) is END:
            raise KeyError(name)
        delete_module_attribute(ld(self, NAMESPACE_MODULE), string_of(name))

    def __contains__(self, name, /):
        return namespace_value(self, name) is not END

    def __len__(self, /):
        return ld(namespace_copy(self), DICT_LENGTH)

    def __iter__(self, /):
        return iterate(namespace_copy(self))

    def __repr__(self, /):
        return repr_of(namespace_copy(self))

    def __eq__(self, other, /):
        if is_a(other, module_namespace):
            other = namespace_copy(other)
        return equals(namespace_copy(self), other)

    def __or__(self, other, /):
        return binary(namespace_copy(self), other, "__or__", "__ror__", "|")

    def get(self, name, default=None, /):
        value = namespace_value(self, name)
        if value is END:
            return default
        return value

    def setdefault(self, name, default=None, /):
        value = namespace_value(self, name)
        if value is END:
            module_namespace.__setitem__(self, name, default)
            return default
        return value

    def pop(self, name, default=END, /):
        value = namespace_value(self, name)
        if value is END:
            if default is END:
                raise KeyError(name)
            return default
        delete_module_attribute(ld(self, NAMESPACE_MODULE), string_of(name))
        return value

    def update(self, others=(), /, **more):
        added = new_dict()
        update_dict(added, others)
        dict_update_from_dict(added, more)
        iterator = iterate(added)
        name = iternext(iterator)
        while name is not END:
            module_namespace.__setitem__(self, name, dict_get(added, name))
            name = iternext(iterator)

    def copy(self, /):
        return namespace_copy(self)

    def keys(self, /):
        return new_keys_view(namespace_copy(self))

    def values(self, /):
        return new_values_view(namespace_copy(self))

    def items(self, /):
        return new_items_view(namespace_copy(self))


def module_dict(m):
    """The namespace of a module."""
    namespace = alloc(module_namespace, NAMESPACE_WORDS)
    st(namespace, NAMESPACE_MODULE, m)
    return namespace


def namespace_value(namespace, name):
    """The value of a variable, or END."""
    text = string_of(name)
    if text is END:
        return END
    return module_attribute(ld(namespace, NAMESPACE_MODULE), text)


def namespace_copy(namespace):
    """A dictionary with the variables' present values."""
    return module_variables(ld(namespace, NAMESPACE_MODULE))


def sorted_names(variables):
    """The names in a dictionary or namespace, sorted."""
    if is_a(variables, module_namespace):
        variables = namespace_copy(variables)
    names = list_of(variables)
    names.sort()
    return names
