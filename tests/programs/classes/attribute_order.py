"""vars() shows attributes in the order in which they were set in this instance."""


class S:
    pass


a = S()
a.x = 1
a.y = 2
b = S()
b.y = 3
b.x = 4
print(vars(a), vars(b))
del a.x
a.x = 9
print(vars(a))
b.__dict__["z"] = 7
print(b.z, vars(b), b.__dict__ is vars(b))
c = S()
for i in range(70):
    setattr(c, "a" + str(i), i)
print(c.a0, c.a69, len(vars(c)))
c.__dict__ = {"only": 1}
print(c.only, hasattr(c, "a0"))
