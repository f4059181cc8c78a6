"""__init_subclass__ with keywords, and __set_name__."""


class Plugin:
    plugins = {}

    def __init_subclass__(cls, key=None, **kwargs):
        super().__init_subclass__(**kwargs)
        cls.plugins[key or cls.__name__] = cls


class A(Plugin):
    pass


class B(Plugin, key="bee"):
    pass


print(sorted(Plugin.plugins), Plugin.plugins["bee"].__name__)
try:
    class C(Plugin, other=1):
        pass
except TypeError as e:
    print(e)
try:
    class D(x=1):
        pass
except TypeError as e:
    print(e)
