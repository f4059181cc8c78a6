"""Suggestions are part of tracebacks, not of the text of NameError and AttributeError."""
def f():
    value = 1
    return valu
class C:
    attribute = 1
    def m(self):
        return attribute
import math
for g in (f, C().m, lambda: prnt, lambda: math.sine, lambda: C.attribut):
    try: g()
    except (NameError, AttributeError) as e: print(e)
def k():
    return lenn
k()
