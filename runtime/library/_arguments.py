"""The arguments of functions that are made at run time: what CPython generates code for."""


def bind(title, names, least, keyword_only, required, args, kwargs, given):
    """A dictionary of the arguments by name. `names` are the positional parameters, of
    which the first `least` have no default value; of those that are keyword-only these are
    `required`. `given` counts what was given before `args`."""
    if len(args) > len(names):
        most = len(names) + given
        takes = str(most) if least == len(names) else f"from {least + given} to {most}"
        count = len(args) + given
        also = _plural(most, "positional argument")
        passed = [name for name in keyword_only if name in kwargs]
        if passed:
            extra = _plural(len(passed), "keyword-only argument")
            raise TypeError(
                f"{title} takes {takes} {also} but {_plural(count, f'{count} positional argument')}"
                f" (and {len(passed)} {extra}) were given"
            )
        raise TypeError(f"{title} takes {takes} {also} but {count} {'was' if count == 1 else 'were'} given")
    bound = dict(zip(names, args))
    for name, value in kwargs.items():
        if name in bound:
            raise TypeError(f"{title} got multiple values for argument '{name}'")
        if name not in names and name not in keyword_only:
            raise TypeError(f"{title} got an unexpected keyword argument '{name}'")
        bound[name] = value
    _check(title, "positional", [name for name in names[:least] if name not in bound])
    _check(title, "keyword-only", [name for name in required if name not in bound])
    return bound


def _check(title, kind, missing):
    if not missing:
        return
    listed = [repr(name) for name in missing]
    text = " and ".join(listed)
    if len(listed) > 2:
        text = ", ".join(listed[:-1]) + ", and " + listed[-1]
    argument = _plural(len(missing), "argument")
    raise TypeError(f"{title} missing {len(missing)} required {kind} {argument}: {text}")


def _plural(count, noun):
    return noun if count == 1 else noun + "s"
