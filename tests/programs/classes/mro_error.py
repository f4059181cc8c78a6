"""Bases whose orders contradict each other."""


class A:
    pass


class B(A):
    pass


try:
    class C(A, B):
        pass
except TypeError as e:
    print(e)
try:
    class D(A, A):
        pass
except TypeError as e:
    print(e)
try:
    class E(bool):
        pass
except TypeError as e:
    print(e)
try:
    class F(int, str):
        pass
except TypeError as e:
    print(e)
try:
    class G(5):
        pass
except TypeError as e:
    print(e)
