"""The attributes of sys that are made when the program first asks for them."""

# The replacement of sys.stdout; END while it is the hardware's output.
replaced_output = END

# The replacement of sys.stdin; END while it is the hardware's input.
replaced_input = END

# sys.modules, once it is there.
loaded_modules = None


def sys_attribute(m, name):
    """An attribute of sys that is not there yet, or END."""
    if defined("argv") and str_equal(name, "argv"):
        value = new_list(0)
        list_append(value, script())
    elif defined("modules") and str_equal(name, "modules"):
        value = modules_that_ran()
    elif defined("version_info") and str_equal(name, "version_info"):
        value = with_items(alloc(version_numbers, INSTANCE_PAYLOAD + 1), VERSION)
    elif defined("float_info") and str_equal(name, "float_info"):
        value = with_items(alloc(float_numbers, INSTANCE_PAYLOAD + 1), FLOAT_NUMBERS)
    elif defined("int_info") and str_equal(name, "int_info"):
        value = with_items(alloc(int_numbers, INSTANCE_PAYLOAD + 1), INT_NUMBERS)
    elif defined("hash_info") and str_equal(name, "hash_info"):
        value = with_items(alloc(hash_numbers, INSTANCE_PAYLOAD + 1), HASH_NUMBERS)
    elif defined("stdout") and str_equal(name, "stdout"):
        return module_attribute(m, "__stdout__")
    elif defined("stderr") and str_equal(name, "stderr"):
        return module_attribute(m, "__stderr__")
    elif defined("stdin") and str_equal(name, "stdin"):
        return module_attribute(m, "__stdin__")
    elif str_equal(name, "__stdout__"):
        value = new_stream(OUTPUT)
    elif str_equal(name, "__stderr__"):
        value = new_stream(ERRORS)
    elif (defined("stdin") or defined("__stdin__")) and str_equal(name, "__stdin__"):
        value = alloc(text_input, INPUT_WORDS)
    else:
        return END
    set_module_attribute(m, name, value)
    return value


def modules_that_ran():
    """sys.modules"""
    global loaded_modules
    found = new_dict()
    every = modules()
    for i in range(ld(every, TUPLE_LENGTH)):
        m = ld(every, TUPLE_ITEMS + i)
        if tag(ld(m, MODULE_BODY)) != FUNC:
            dict_set(found, ld(m, MODULE_NAME), m)
    loaded_modules = found
    return found


def replace_output(value):
    """sys.stdout = value"""
    global replaced_output
    replaced_output = value
    if is_a(value, text_stream) and ld(value, STREAM_NUMBER) == OUTPUT:
        replaced_output = END


def replace_input(value):
    """sys.stdin = value"""
    global replaced_input
    replaced_input = value
    if is_a(value, text_input):
        replaced_input = END
