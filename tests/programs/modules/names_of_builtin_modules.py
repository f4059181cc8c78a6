"""vars(), dir(), `__dict__` and computed names find all of a builtin module"""

import math

functions = {}
functions.update(vars(math))
print(functions["sqrt"](16), functions["pi"], "hypot" in functions)
print([name for name in dir(math) if name.startswith("is")])
print(getattr(math, "flo" + "or")(2.5), math.__dict__["ceil"](2.5))
