"""An import that cannot be resolved."""

try:
    import no_such_module
except ImportError as e:
    print(type(e).__name__, e, e.name)
