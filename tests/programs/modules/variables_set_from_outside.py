"""A module's variable that only others assign, through the object, `__dict__` or setattr"""

import sys

me = sys.modules["__main__"]
setattr(me, "made" + "_up", 5)
print(made_up)
me.direct = 6
print(direct, me.__dict__["direct"])
me.__dict__["in_dict"] = 7
print(in_dict, vars(me)["in_dict"])
vars(me).update(more=8)
print(more)
del me.direct
try:
    direct
except NameError as error:
    print(error)
