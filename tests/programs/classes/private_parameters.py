"""Parameters with private names are mangled; keywords of calls are not."""


class A:
    def f(self, __a=1, /, __b=2, *__c, __d=3, **__e):
        return __a, __b, __c, __d, __e

    g = lambda self, __x=5, *, __y: (__x, __y)

    def call(self):
        return self.f(1, __b=4)


a = A()
print(a.f(), a.f(7, 8, 9, _A__d=10, __d=11))
print(a.f(_A__b=3), a.call())
print(a.g(_A__y=6), a.g(1, _A__y=2))
try:
    a.g()
except TypeError as e:
    print(e)
