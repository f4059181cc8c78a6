"""What is wrong with the arguments of a call."""


def function_title(f):
    """The function as messages show it."""
    title = concat(function_qualname(f), "()")
    if is_builtin_function(f) and function_owner(f) is None:
        module = ld(ld(f, FUNC_CODE), CODE_MODULE)
        if module is not "builtins":
            return concat(concat(module, "."), title)
    return title


def plural(count):
    """The end of a word for this number of things."""
    if count == 1:
        return ""
    return "s"


def was_were(count):
    """The verb for this number of things."""
    if count == 1:
        return "was"
    return "were"


def raise_too_many(f, first, given, positional, keywords):
    """Raises TypeError for too many positional arguments, the first one of which is `first`."""
    defaults = function_field(f, FUNC_DEFAULTS)
    least = positional
    if defaults is not None:
        least -= ld(defaults, TUPLE_LENGTH)
    if is_builtin_function(f):
        raise_builtin_count(f, first, given, least, positional)
    if least == positional:
        takes = f"{positional} positional argument{plural(positional)}"
    else:
        takes = f"from {least} to {positional} positional arguments"
    also = ""
    if keywords:
        also = f" positional argument{plural(given)} (and {keywords} keyword-only argument{plural(keywords)})"
        raise TypeError(f"{function_title(f)} takes {takes} but {given}{also} were given")
    raise TypeError(f"{function_title(f)} takes {takes} but {given} {was_were(given)} given")


def raise_builtin_count(f, own, given, least, most):
    """The same for a builtin function, also for too few. A method's self, which is looked at
    before, does not count."""
    name = function_name(f)
    if exists(builtin_class) and own is not END:
        check_owner(f, own, name)
    code = ld(f, FUNC_CODE)
    only = ld(code, CODE_COUNTS) & CODE_POSITIONAL_ONLY
    positional = ld(code, CODE_COUNTS) >> CODE_POSITIONAL_SHIFT & CODE_POSITIONAL_MASK
    if only < positional and given < least and only <= given:
        missing = ld(ld(code, CODE_NAMES), TUPLE_ITEMS + given)
        if str_equal(name, "__new__"):
            name = function_owner(f)
        if function_owner(f) is not None:
            given -= 1
        if name is "enumerate":
            raise TypeError(f"{name}() missing required argument '{missing}'")
        raise TypeError(f"{name}() missing required argument '{missing}' (pos {given + 1})")
    if function_owner(f) is not None:
        given -= 1
        least -= 1
        most -= 1
        if given < 0 and not str_equal(name, "__new__"):
            raise_no_self(f, name)
    if named("__new__") and str_equal(name, "__new__"):
        name = function_owner(f)
        if only != positional and least < most:
            limit = "at most"
            bound = most
            if given < least:
                limit = "at least"
                bound = least
            raise TypeError(f"{name}() takes {limit} {bound} argument{plural(bound)} ({given} given)")
    if str_equal(name, "__init__"):
        name = function_owner(f)
    elif exists(builtin_class) and class_id(f) == WRAPPER_DESCRIPTOR_ID:
        if most < 2:
            raise TypeError(f"expected {most} argument{plural(most)}, got {given}")
        name = ""
    kind = ""
    keywords = ld(code, CODE_COUNTS) >> CODE_KEYWORD_ONLY_SHIFT & CODE_KEYWORD_ONLY_MASK
    if keywords:
        if given > most + keywords:
            # More than all parameters: all of them count.
            most += keywords
        else:
            kind = " positional"
    if most == 0:
        if kind is not "":
            raise TypeError(f"{name}() takes no positional arguments")
        raise TypeError(f"{function_title(f)} takes no arguments ({given} given)")
    if given > most and only < positional:
        limit = "at most"
        if least == most:
            limit = "exactly"
        raise TypeError(f"{name}() takes {limit} {most}{kind} argument{plural(most)} ({given} given)")
    if least == most:
        if least == 1 and given > -1 and kind is "" and name is not function_owner(f):
            raise TypeError(f"{function_title(f)} takes exactly one argument ({given} given)")
        raise TypeError(f"{name} expected {least} argument{plural(least)}, got {given}")
    if given < least and only < positional:
        raise TypeError(f"{function_title(f)} takes at least {least} positional argument{plural(least)} ({given} given)")
    if given < least:
        raise TypeError(f"{name} expected at least {least} argument{plural(least)}, got {given}")
    raise TypeError(f"{name} expected at most {most} argument{plural(most)}, got {given}")


def check_owner(f, value, name):
    """Raises TypeError for a builtin method whose self is no instance of its class."""
    if class_id(f) == BUILTIN_FUNCTION_ID:
        return
    for id in range(CLASS_COUNT):
        cls = class_named(id)
        if tag(cls) == CLASS and ld(cls, CLASS_NAME) is function_owner(f) and not is_instance(value, cls):
            wrong_self(value, cls, name)


def raise_no_self(f, name):
    """Raises TypeError for a builtin method that was called without its self."""
    if char_at(name, 0) == UNDERSCORE:
        raise TypeError(f"descriptor '{name}' of '{function_owner(f)}' object needs an argument")
    raise TypeError(f"unbound method {function_title(f)} needs an argument")


def raise_missing_positional(f, bound, given, first):
    """Raises TypeError for the positional parameters without argument."""
    code = ld(f, FUNC_CODE)
    positional = ld(code, CODE_COUNTS) >> CODE_POSITIONAL_SHIFT & CODE_POSITIONAL_MASK
    if is_builtin_function(f):
        own = ld(bound, TUPLE_ITEMS) if ld(bound, TUPLE_LENGTH) else END
        raise_builtin_count(f, own, given, first, positional)
    missing = new_tuple(first)
    count = 0
    for i in range(first):
        if i >= ld(bound, TUPLE_LENGTH) or ld(bound, TUPLE_ITEMS + i) is END:
            st(missing, TUPLE_ITEMS + count, ld(ld(code, CODE_NAMES), TUPLE_ITEMS + i))
            count += 1
    raise_missing(f, missing, count, "positional")


def raise_missing_keywords(f, bound):
    """Raises TypeError for the keyword-only parameters without argument; `bound` is END
    if none has one."""
    code = ld(f, FUNC_CODE)
    counts = ld(code, CODE_COUNTS)
    positional = counts >> CODE_POSITIONAL_SHIFT & CODE_POSITIONAL_MASK
    names = ld(code, CODE_NAMES)
    defaults = function_field(f, FUNC_KWDEFAULTS)
    missing = new_tuple(counts >> CODE_KEYWORD_ONLY_SHIFT & CODE_KEYWORD_ONLY_MASK)
    count = 0
    for i in range(positional, positional + (counts >> CODE_KEYWORD_ONLY_SHIFT & CODE_KEYWORD_ONLY_MASK)):
        if bound is END or ld(bound, TUPLE_ITEMS + i) is END:
            if not exists(dict) or defaults is None or dict_get_name(defaults, ld(names, TUPLE_ITEMS + i)) is END:
                st(missing, TUPLE_ITEMS + count, ld(names, TUPLE_ITEMS + i))
                count += 1
    raise_missing(f, missing, count, "keyword-only")


def raise_missing(f, missing, count, kind):
    """Raises TypeError for parameters without argument: the first ones of a TUPLE."""
    text = ""
    for i in range(count):
        if i:
            if count > 2:
                text = concat(text, ",")
            text = concat(text, " ")
            if i == count - 1:
                text = concat(text, "and ")
        text = concat(text, f"'{ld(missing, TUPLE_ITEMS + i)}'")
    raise TypeError(f"{function_title(f)} missing {count} required {kind} argument{plural(count)}: {text}")


def raise_unexpected(f, code, keywords, name):
    """Raises TypeError for a keyword that no parameter takes; `keywords` are all of the call."""
    title = function_title(f)
    if is_builtin_function(f):
        name_of = function_name(f)
        if str_equal(name_of, "__new__") or str_equal(name_of, "__init__"):
            title = concat(function_owner(f), "()")
            name_of = function_owner(f)
        elif exists(builtin_class) and class_id(f) == WRAPPER_DESCRIPTOR_ID:
            title = f"wrapper {name_of}()"
        if takes_no_keywords(f, code):
            raise TypeError(f"{title} takes no keyword arguments")
        raise TypeError(f"'{name}' is an invalid keyword argument for {name_of}()")
    wrong = None
    for i in range(ld(code, CODE_COUNTS) & CODE_POSITIONAL_ONLY):
        parameter = ld(ld(code, CODE_NAMES), TUPLE_ITEMS + i)
        for j in range(ld(keywords, TUPLE_LENGTH)):
            if str_equal(parameter, payload_of(ld(keywords, TUPLE_ITEMS + j))):
                if wrong is None:
                    wrong = parameter
                else:
                    wrong = concat(concat(wrong, ", "), parameter)
    if wrong is not None:
        raise TypeError(f"{title} got some positional-only arguments passed as keyword arguments: '{wrong}'")
    raise TypeError(f"{title} got an unexpected keyword argument '{name}'")


def takes_no_keywords(f, code):
    """True if a builtin function has positional-only parameters, self or `*args` at most."""
    counts = ld(code, CODE_COUNTS)
    if counts >> CODE_POSITIONAL_SHIFT & CODE_POSITIONAL_MASK == 1 and function_owner(f) is not None:
        counts |= 1
    return counts >> CODE_KEYWORD_ONLY_SHIFT & CODE_KEYWORD_ONLY_MASK == 0 and counts & CODE_POSITIONAL_ONLY == counts >> CODE_POSITIONAL_SHIFT & CODE_POSITIONAL_MASK and not counts & CODE_VARKEYWORDS
