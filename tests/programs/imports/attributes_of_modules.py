"""Attributes of modules: assigned, deleted, computed names, monkey patching."""
import helper
import math

original = helper.double


def louder(x):
    return original(x) + 100


helper.double = louder
print(helper.double(1))
helper.double = original
helper.extra = [1]
helper.extra.append(2)
print(helper.extra, helper.double(1), hasattr(helper, "nothing"))
del helper.extra
try:
    helper.extra
except AttributeError as error:
    print(error)
setattr(helper, "VALUE", 50)
print(helper.get(), getattr(helper, "VALUE"), getattr(helper, "absent", "default"))
print("VALUE" in vars(helper), helper.__dict__["VALUE"], sorted(name for name in dir(helper) if name[0] != "_"))
square = math.sqrt
math.sqrt = lambda x: "patched"
print(math.sqrt(4), square(4))
math.sqrt = square
print(math.sqrt(9), type(helper).__name__, repr(math)[:12])
