"""An annotation that names nothing."""
def g(x: undefined_thing): pass
