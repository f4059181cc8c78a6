"""The module types, besides the classes that are defined where they are used."""


@builtin(tag=OBJECT, module="types")
class SimpleNamespace:
    """An object with the attributes that it is called with."""

    def __init__(self, /, **kwargs):
        for name in kwargs:
            set_attribute(self, name, kwargs[name])

    def __repr__(self):
        parts = new_list(0)
        attributes = attributes_of(self)
        for name in attributes:
            if ld(parts, LIST_LENGTH):
                list_append(parts, ", ")
            list_append(parts, f"{name}={repr_of(attributes[name])}")
        return f"namespace({join_parts(list_to_tuple(parts))})"

    def __eq__(self, other, /):
        if not is_instance(other, class_named(cid_of(SimpleNamespace))):
            return NotImplemented
        return equals(attributes_of(self), attributes_of(other))


LAMBDA_TYPE: builtin(module="types", name="LambdaType") = function
BUILTIN_TYPE: builtin(module="types", name="BuiltinFunctionType") = function
