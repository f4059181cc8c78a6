"""type: what all classes are."""


@builtin(tag=CLASS)
class type:
    """type(object) -> the object's type
type(name, bases, dict, **kwds) -> a new type"""

    @staticmethod
    def __new__(cls, /, *args, **kwargs):
        if ld(args, TUPLE_LENGTH) != 3:
            if cls is class_named(TYPE_ID):
                raise TypeError("type() takes 1 or 3 arguments")
            raise TypeError(f"type.__new__() takes exactly 3 arguments ({ld(args, TUPLE_LENGTH)} given)")
        name = ld(args, TUPLE_ITEMS)
        bases = ld(args, TUPLE_ITEMS + 1)
        namespace = ld(args, TUPLE_ITEMS + 2)
        if tag(payload_of(name)) != STR:
            raise TypeError(f"type.__new__() argument 1 must be str, not {type_name(name)}")
        if tag(payload_of(bases)) != TUPLE:
            raise TypeError(f"type.__new__() argument 2 must be tuple, not {type_name(bases)}")
        if tag(payload_of(namespace)) != DICT:
            raise TypeError(f"type.__new__() argument 3 must be dict, not {type_name(namespace)}")
        return new_class(cls, name, payload_of(bases), namespace, kwargs)

    def __init__(self, /, *args, **kwargs):
        if ld(args, TUPLE_LENGTH) != 3 and ld(args, TUPLE_LENGTH) != 1:
            raise TypeError("type.__init__() takes 1 or 3 arguments")

    def __call__(self, /, *args, **kwargs):
        names = tuple_of(kwargs)
        values = new_tuple(ld(args, TUPLE_LENGTH) + ld(names, TUPLE_LENGTH))
        count = ld(args, TUPLE_LENGTH)
        for i in range(count):
            st(values, TUPLE_ITEMS + i, ld(args, TUPLE_ITEMS + i))
        for i in range(ld(names, TUPLE_LENGTH)):
            st(values, TUPLE_ITEMS + count + i, dict_get(kwargs, ld(names, TUPLE_ITEMS + i)))
        return make_instance(self, values, names)

    @classmethod
    def __prepare__(metacls, *args, **kwargs):
        return new_dict()

    def __getattribute__(self, name, /):
        name = attribute_name(name)
        found = special(self, name)
        value = load_class_generic(self, name, kind_of(found), found)
        if value is END:
            raise_no_attribute(self, name)
        return value

    def __setattr__(self, name, value, /):
        name = attribute_name(name)
        set_generic(self, name, value)

    def __delattr__(self, name, /):
        name = attribute_name(name)
        delete_generic(self, name)

    def __repr__(self):
        return f"<class '{module_prefix(self)}{ld(self, CLASS_QUALNAME)}'>"

    def __dir__(self):
        return names_of_class(self)

    def mro(self):
        return list_of(new_mro(self, ld(self, CLASS_BASES)))

    def __subclasses__(self):
        result = new_list(0)
        subclasses = ld(self, CLASS_SUBCLASSES)
        if subclasses is not None:
            storage = list_reserve(result, ld(subclasses, LIST_LENGTH))
            # That may have made the list of ids shorter.
            ids = ld(subclasses, LIST_STORAGE)
            count = ld(subclasses, LIST_LENGTH)
            for i in range(count):
                st(storage, STORAGE_ITEMS + i, class_named(ld(ids, STORAGE_ITEMS + i)))
            st(result, LIST_LENGTH, count)
        return result

    def __instancecheck__(self, o, /):
        return is_instance_or_says(o, self)

    def __subclasscheck__(self, cls, /):
        return is_derived(cls, self)

    def __or__(self, other, /):
        return new_union(self, other)

    def __ror__(self, other, /):
        return new_union(other, self)

    @property
    def __name__(self):
        return ld(self, CLASS_NAME)

    @__name__.setter
    def __name__(self, name):
        check_mutable(self, "__name__")
        if tag(payload_of(name)) != STR:
            raise TypeError(f"can only assign string to {ld(self, CLASS_NAME)}.__name__, not '{type_name(name)}'")
        st(self, CLASS_NAME, name)

    @property
    def __qualname__(self):
        return ld(self, CLASS_QUALNAME)

    @__qualname__.setter
    def __qualname__(self, name):
        check_mutable(self, "__qualname__")
        if tag(payload_of(name)) != STR:
            raise TypeError(f"can only assign string to {ld(self, CLASS_NAME)}.__qualname__, not '{type_name(name)}'")
        st(self, CLASS_QUALNAME, name)

    @property
    def __module__(self):
        found = dict_get(ld(self, CLASS_DICT), "__module__")
        if found is END or is_a(found, property):
            return ld(self, CLASS_MODULE)
        return found

    @__module__.setter
    def __module__(self, name):
        check_mutable(self, "__module__")
        st(self, CLASS_MODULE, name)
        dict_set(ld(self, CLASS_DICT), "__module__", name)
        class_changed(self, "__module__")

    @property
    def __doc__(self):
        found = dict_get(ld(self, CLASS_DICT), "__doc__")
        if found is END or is_a(found, property):
            return None
        return bind_to_class(found, self)

    @__doc__.setter
    def __doc__(self, text):
        set_class_attribute(self, "__doc__", text)

    @property
    def __bases__(self):
        return ld(self, CLASS_BASES)

    @property
    def __base__(self):
        if ld(ld(self, CLASS_BASES), TUPLE_LENGTH) == 0:
            return None
        return best_base(ld(self, CLASS_BASES))

    @property
    def __mro__(self):
        return ld(self, CLASS_MRO)

    @property
    def __dict__(self):
        return new_proxy(ld(self, CLASS_DICT))

    @property
    def __annotations__(self):
        found = dict_get(ld(self, CLASS_DICT), "__annotations__")
        if found is END:
            check_mutable(self, "__annotations__")
            found = new_dict()
            dict_set(ld(self, CLASS_DICT), "__annotations__", found)
        return found

    @__annotations__.setter
    def __annotations__(self, value):
        set_class_attribute(self, "__annotations__", value)

    @property
    def __abstractmethods__(self):
        found = dict_get(ld(self, CLASS_DICT), "__abstractmethods__")
        if found is END or is_a(found, property):
            raise_attribute_error("__abstractmethods__", self, "__abstractmethods__")
        return found

    @__abstractmethods__.setter
    def __abstractmethods__(self, value):
        set_class_attribute(self, "__abstractmethods__", value)
        if truth(value):
            st(self, CLASS_FLAGS, ld(self, CLASS_FLAGS) & ~CLASS_PLAIN_NEW)
