"""Data descriptors come before instance attributes, others after them."""


class Data:
    def __set_name__(self, owner, name):
        self.name = name
        print("set_name", owner.__name__, name)

    def __get__(self, obj, owner=None):
        if obj is None:
            return self
        return ("data", obj.__dict__.get("_" + self.name))

    def __set__(self, obj, value):
        obj.__dict__["_" + self.name] = value

    def __delete__(self, obj):
        del obj.__dict__["_" + self.name]


class NonData:
    def __get__(self, obj, owner=None):
        return ("nondata", obj is None, owner.__name__)


class C:
    d = Data()
    n = NonData()


c = C()
print(c.d)
c.d = 5
c.__dict__["d"] = "hidden"
print(c.d, vars(c))
del c.d
print(c.d)
print(c.n, C.n)
c.n = 3
print(c.n, C.n)
print(C.d is C.__dict__["d"])
