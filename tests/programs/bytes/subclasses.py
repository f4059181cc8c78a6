"""Subclasses of bytearray and bytes: copies, fromhex, __init__ of their own, __bytes__ of a string."""
import copy
class Plain(bytearray): pass
a = Plain(b"abcd")
a.x = 1
print(copy.copy(a), copy.deepcopy(a).x)
class New(bytes):
    def __new__(cls, value):
        self = bytes.__new__(cls, value)
        self.note = "made"
        return self
print(New.fromhex("1a2B30"), New.fromhex("00").note)
class Init(bytearray):
    def __init__(self, *args):
        bytearray.__init__(self, *args)
        self.note = "init"
print(Init.fromhex("1a2B30"), Init.fromhex("00").note)
class Text(str):
    def __bytes__(self): return b"own"
print(bytes(Text("x")), bytes(Text("x"), "ascii"))
