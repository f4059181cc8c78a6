"""The asynchronous generators that an event loop has to close at its end."""

# The list of the loop that runs, or None.
watched = None

# When it has so many, those that have ended are removed from it.
watched_limit = 8


@builtin(module="_asyncio")
def watch_generators(generators, /):
    """From now on, asynchronous generators that begin are appended to a list; None: to none."""
    global watched
    watched = generators


def watch(g):
    """An asynchronous generator begins."""
    global watched_limit
    set_flag(g, ASYNC_KNOWN)
    if ld(watched, LIST_LENGTH) >= watched_limit:
        kept = unfinished(watched)
        take_items(watched, kept)
        watched_limit = 2 * ld(kept, LIST_LENGTH) + 8
    list_append(watched, g)


def unfinished(generators):
    """Those that have not ended, in a list."""
    found = new_list(0)
    for g in generators:
        if ld(g, GENERATOR_STATE) != FINISHED:
            list_append(found, g)
    return found


def take_items(items, other):
    """A list gets the items of another one."""
    st(items, LIST_STORAGE, ld(other, LIST_STORAGE))
    st(items, LIST_LENGTH, ld(other, LIST_LENGTH))


@builtin(module="_asyncio")
def closing_steps(generators, /):
    """Those that have not ended, each with the awaitable of its aclose(); the list gets empty."""
    steps = new_list(0)
    if exists(async_step):
        for g in unfinished(generators):
            list_append(steps, (g, new_step(g, new_exception(GeneratorExit, ()), ACLOSE)))
    take_items(generators, new_list(0))
    return steps
