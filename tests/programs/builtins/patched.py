"""Assigning and deleting attributes of the module `builtins`: all names see it."""
import builtins
builtins.x = 1
print(x)
def f(*a): 
    import sys
    sys.stdout.write("P:" + repr(a) + "\n")
old = builtins.print
builtins.print = f
print(1, 2)
builtins.print = old
print(3)
del builtins.x
try:
    print(x)
except NameError as e:
    print(e)
print(builtins.len([1]), builtins.int is int, builtins.__name__)
builtins.len = lambda x: 42
print(len("a"))
def g():
    return len(())
print(g())
del builtins.len
try: g()
except NameError as e: print(e)
len = 5
print(len)
