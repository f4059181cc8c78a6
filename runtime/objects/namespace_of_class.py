"""Namespaces of class bodies: a dictionary, or what `__prepare__` returned."""


def ns_get(namespace, name):
    """The value of a name, or END."""
    if not defined("__prepare__") or tag(namespace) == DICT:
        return dict_get(namespace, name)
    try:
        return namespace[name]
    except KeyError:
        return END


def ns_set(namespace, name, value):
    """Binds a name."""
    if not defined("__prepare__") or tag(namespace) == DICT:
        dict_set(namespace, name, value)
    else:
        namespace[name] = value


def ns_del(namespace, name):
    """Unbinds a name."""
    if not defined("__prepare__") or tag(namespace) == DICT:
        if not dict_del(namespace, name):
            name_error(name, None)
        return
    try:
        del namespace[name]
    except KeyError:
        name_error(name, None)


PROXY_DICT = 1
PROXY_WORDS = 2


class mappingproxy:
    """A read-only view of a mapping."""

    def __new__(cls, mapping, /):
        return new_proxy(mapping)

    def __getitem__(self, key, /):
        return ld(self, PROXY_DICT)[key]

    def __str__(self):
        return str(ld(self, PROXY_DICT))

    def __contains__(self, key, /):
        return key in ld(self, PROXY_DICT)

    def __len__(self):
        return len(ld(self, PROXY_DICT))

    def __iter__(self):
        return iterate(ld(self, PROXY_DICT))

    def __eq__(self, other, /):
        if is_a(other, mappingproxy):
            other = ld(other, PROXY_DICT)
        return equals(ld(self, PROXY_DICT), other)

    def __repr__(self):
        return f"mappingproxy({repr_of(ld(self, PROXY_DICT))})"

    def __str__(self):
        return str_of(ld(self, PROXY_DICT))

    def __reversed__(self):
        return reversed(ld(self, PROXY_DICT))

    def __or__(self, other, /):
        return proxied(self) | proxied(other)

    def __ror__(self, other, /):
        return proxied(other) | proxied(self)

    def get(self, key, default=None, /):
        return ld(self, PROXY_DICT).get(key, default)

    def keys(self):
        return ld(self, PROXY_DICT).keys()

    def values(self):
        return ld(self, PROXY_DICT).values()

    def items(self):
        return ld(self, PROXY_DICT).items()

    def copy(self):
        return ld(self, PROXY_DICT).copy()


def proxied(x):
    """What a view is of; anything else itself."""
    if is_a(x, mappingproxy):
        return ld(x, PROXY_DICT)
    return x


def new_proxy(mapping):
    """A view of a mapping."""
    p = alloc(mappingproxy, PROXY_WORDS)
    st(p, PROXY_DICT, mapping)
    return p
