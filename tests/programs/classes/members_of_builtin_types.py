# What the builtin types have: each name, whether its value can be called, and the value's type.
# What differs from CPython stands here.
import types

# All types lack these: docstrings, pickling, hooks that nothing asks for.
NOWHERE = {"__getstate__", "__reduce__", "__reduce_ex__", "__setstate__", "__subclasshook__", "__doc__"}
MISSING = {
    "type": "__basicsize__ __dictoffset__ __flags__ __itemsize__ __text_signature__ __weakrefoffset__",
    "str": "__getnewargs__",
    "bytes": "__getnewargs__ __rmod__",
    "bytearray": "__alloc__ __rmod__",
    "set": "__rand__ __ror__ __rsub__ __rxor__",
    "frozenset": "__rand__ __ror__ __rsub__ __rxor__",
    "staticmethod": "__dict__",
    "classmethod": "__dict__",
    "BaseException": "__dict__",
    "OSError": "__dict__ characters_written",
    "StopIteration": "__dict__",
    "NotImplementedType": "__bool__",
    "function": "__builtins__ __globals__",
    "builtin_function_or_method": "__self__ __text_signature__",
    "method_descriptor": "__objclass__ __text_signature__",
    "wrapper_descriptor": "__objclass__ __text_signature__",
    "generator": "__del__",
    "mappingproxy": "__class_getitem__ __ior__",
    "module": "__annotations__",
    "GenericAlias": "__typing_unpacked_tuple_args__",
    "UnionType": "__getitem__",
}
# Those of exceptions come when they are set; the others are there only when a value is asked.
MORE = {
    "staticmethod": "__annotations__ __module__ __name__ __qualname__",
    "classmethod": "__annotations__ __module__ __name__ __qualname__",
    "BaseException": "__notes__",
    "OSError": "__notes__",
    "StopIteration": "__notes__",
    "method": "__getattr__",
    "GenericAlias": "__getattr__",
}
# The descriptors of attributes are properties, bound builtin methods are methods.
AS = {
    "getset_descriptor": "property",
    "member_descriptor": "property",
    "builtin_function_or_method": "method",
}
# One function for several names, or of another kind.
OTHER = {
    "int": "__ceil__ __floor__ __trunc__ conjugate",
    "bool": "__ceil__ __floor__ __trunc__ conjugate",
    "float": "__trunc__ conjugate",
    "type": "__abstractmethods__ __annotations__",
    "function": "__annotations__",
    "mappingproxy": "__hash__",
}
TYPES = [
    object, type, int, bool, float, complex, str, bytes, bytearray, memoryview, list, tuple, dict, set,
    frozenset, range, slice, property, staticmethod, classmethod, super, enumerate, zip, map, filter,
    reversed, BaseException, OSError, StopIteration, type(None), type(...), type(NotImplemented),
    type(lambda: 1), type(len), type(list.append), type(list.__len__), type((lambda: (yield))()),
    type({}.keys()), type({}.values()), type({}.items()), type(iter([])), type(iter({})),
    type(iter(())), type(iter(set())), type(iter(range(1))), types.MethodType,
    types.MappingProxyType, types.ModuleType, type(list[int]), type(int | str),
]
for T in TYPES:
    title = T.__name__
    left_out = NOWHERE.union(MISSING.get(title, "").split(), MORE.get(title, "").split(), OTHER.get(title, "").split())
    for name in sorted(dir(T)):
        if name not in left_out:
            value = getattr(T, name, None)
            kind = type(value).__name__
            print(title, name, AS.get(kind, kind), callable(value))
