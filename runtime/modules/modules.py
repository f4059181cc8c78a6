"""Modules: their global variables are static slots, which MODULE_NAMES maps names to."""

# Instead of the body of a module: it is being executed.
IMPORTING = True


class module:
    """A module."""

    def __new__(cls, name, doc=None):
        if string_of(name) is END:
            raise TypeError(f"module() argument 'name' must be str, not {argument_type(name)}")
        m = alloc(module, MODULE_WORDS)
        st(m, MODULE_NAME, name)
        st(m, MODULE_NAMES, new_dict())
        st(m, MODULE_BODY, None)
        attributes = new_dict()
        dict_set(attributes, "__name__", name)
        dict_set(attributes, "__doc__", doc)
        dict_set(attributes, "__package__", None)
        dict_set(attributes, "__loader__", None)
        dict_set(attributes, "__spec__", None)
        st(m, MODULE_DICT, attributes)
        if cls is module:
            return m
        return new_native(cls, m)

    def __repr__(self):
        return f"<module '{ld(self, MODULE_NAME)}'>"

    def __dir__(self):
        return list_of(module_variables(self))

    @property
    def __dict__(self):
        return module_dict(self)


def module_attribute(m, name):
    """A module's attribute, or END."""
    slot = dict_get(ld(m, MODULE_NAMES), name)
    if slot is not END:
        value = ldf(slot, 0)
        if tag(value) == UNBOUND:
            return END
        return value
    attributes = ld(m, MODULE_DICT)
    if attributes is not None:
        value = dict_get(attributes, name)
        if value is not END:
            return value
    if str_equal(name, "__name__"):
        return ld(m, MODULE_NAME)
    if str_equal(name, "__doc__"):
        return None
    if str_equal(ld(m, MODULE_NAME), "sys"):
        return sys_attribute(m, name)
    return END


def set_module_attribute(m, name, value):
    """m.name = value"""
    if str_equal(ld(m, MODULE_NAME), "sys"):
        if defined("stdout") and str_equal(name, "stdout"):
            replace_output(value)
        elif defined("stdin") and str_equal(name, "stdin"):
            replace_input(value)
        elif defined("excepthook") and str_equal(name, "excepthook"):
            replace_excepthook(value)
    slot = dict_get(ld(m, MODULE_NAMES), name)
    if slot is not END:
        stf(slot, 0, value)
        return
    attributes = ld(m, MODULE_DICT)
    if attributes is None:
        attributes = new_dict()
        st(m, MODULE_DICT, attributes)
    dict_set(attributes, name, value)


def delete_module_attribute(m, name):
    """del m.name"""
    if module_attribute(m, name) is END:
        raise AttributeError(f"'module' object has no attribute '{name}'")
    slot = dict_get(ld(m, MODULE_NAMES), name)
    if slot is not END:
        stf(slot, 0, retag(UNBOUND_KIND_GLOBAL << UNBOUND_KIND_SHIFT | retag(name, INT) & UNBOUND_NAME, UNBOUND))
        return
    dict_del(ld(m, MODULE_DICT), name)


def module_variables(m):
    """A DICT of a module's attributes."""
    attributes = new_dict()
    dict_set(attributes, "__name__", ld(m, MODULE_NAME))
    names = ld(m, MODULE_NAMES)
    entries = ld(names, DICT_ENTRIES)
    for i in range(ld(names, DICT_USED)):
        name = ld(entries, STORAGE_ITEMS + DICT_ENTRY_KEY + i * DICT_ENTRY_WORDS)
        if name is not END:
            value = ldf(ld(entries, STORAGE_ITEMS + DICT_ENTRY_VALUE + i * DICT_ENTRY_WORDS), 0)
            if tag(value) != UNBOUND:
                dict_set(attributes, name, value)
    if ld(m, MODULE_DICT) is not None:
        dict_update(attributes, ld(m, MODULE_DICT))
    return attributes


def run_module(m):
    """Executes a module's body when it is imported first; returns the module."""
    body = ld(m, MODULE_BODY)
    if tag(body) == FUNC:
        st(m, MODULE_BODY, IMPORTING)
        if defined("modules") and loaded_modules is not None:
            dict_set(loaded_modules, ld(m, MODULE_NAME), m)
        try:
            body()
        except BaseException:
            st(m, MODULE_BODY, body)
            if defined("modules") and loaded_modules is not None:
                dict_del(loaded_modules, ld(m, MODULE_NAME))
            raise
        st(m, MODULE_BODY, None)
    return m


def import_module(name):
    """import of a module that is not there."""
    error = new_exception(ModuleNotFoundError, (f"No module named '{name}'",))
    st(error, EXC_VALUE, name)
    raise_new(error)


def import_from(m, name, path):
    """from m import name"""
    value = find_attribute(m, name)
    if value is END:
        module_name = ld(m, MODULE_NAME)
        source = f"'{module_name}' ({path})"
        if ld(m, MODULE_BODY) is IMPORTING:
            source = f"partially initialized module '{module_name}' (most likely due to a circular import) ({path})"
        error = new_exception(ImportError, (f"cannot import name '{name}' from {source}",))
        st(error, EXC_VALUE, module_name)
        raise_new(error)
    return value
