"""The module gc."""

# What gc.isenabled() says. Memory that is exhausted is collected in any case: a program
# that runs in CPython without its cycle collector would not run here without ours.
collector_enabled = True


@builtin(module="gc", name="collect")
def gc_collect(generation=2):
    """Frees what the program cannot reach."""
    collect(0)
    return 0


@builtin(module="gc", name="enable")
def gc_enable():
    """Says that the collector is enabled."""
    global collector_enabled
    collector_enabled = True


@builtin(module="gc", name="disable")
def gc_disable():
    """Says that the collector is disabled."""
    global collector_enabled
    collector_enabled = False


@builtin(module="gc", name="isenabled")
def gc_isenabled():
    """What was said last."""
    return collector_enabled


@builtin(module="gc")
def mem_free():
    """The number of bytes of memory that are known to be free."""
    return free_words() * 4


@builtin(module="gc")
def mem_alloc():
    """The number of bytes of memory that are in use, or not known to be free."""
    return (HEAP_END - HEAP_START - free_words()) * 4
