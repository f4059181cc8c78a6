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
            list_append(parts, f"{name}={repr_text(attributes[name])}")
        return f"namespace({join_parts(list_to_tuple(parts))})"

    def __eq__(self, other, /):
        if not is_instance(other, class_named(cid_of(SimpleNamespace))):
            return NotImplemented
        return equals(attributes_of(self), attributes_of(other))


FUNCTION_TYPE: builtin(module="types", name="FunctionType") = function
LAMBDA_TYPE: builtin(module="types", name="LambdaType") = function
BUILTIN_FUNCTION_TYPE: builtin(module="types", name="BuiltinFunctionType") = builtin_function_or_method
BUILTIN_METHOD_TYPE: builtin(module="types", name="BuiltinMethodType") = builtin_function_or_method
METHOD_DESCRIPTOR_TYPE: builtin(module="types", name="MethodDescriptorType") = method_descriptor
WRAPPER_DESCRIPTOR_TYPE: builtin(module="types", name="WrapperDescriptorType") = wrapper_descriptor
METHOD_TYPE: builtin(module="types", name="MethodType") = bound_method
CELL_TYPE: builtin(module="types", name="CellType") = cell
CODE_TYPE: builtin(module="types", name="CodeType") = code
GENERATOR_TYPE: builtin(module="types", name="GeneratorType") = generator
COROUTINE_TYPE: builtin(module="types", name="CoroutineType") = coroutine
ASYNC_GENERATOR_TYPE: builtin(module="types", name="AsyncGeneratorType") = async_generator
MAPPING_PROXY_TYPE: builtin(module="types", name="MappingProxyType") = mappingproxy
MODULE_TYPE: builtin(module="types", name="ModuleType") = module
NONE_TYPE: builtin(module="types", name="NoneType") = NoneType
ELLIPSIS_TYPE: builtin(module="types", name="EllipsisType") = ellipsis
NOT_IMPLEMENTED_TYPE: builtin(module="types", name="NotImplementedType") = NotImplementedType
TRACEBACK_TYPE: builtin(module="types", name="TracebackType") = traceback
