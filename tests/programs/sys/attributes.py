"""Attributes of sys: streams that can be replaced, argv, version_info, exc_info, modules, exit."""
import sys
class W:
    def __init__(self): self.parts = []
    def write(self, s): self.parts.append(s); return len(s)
    def flush(self): self.parts.append("<flush>")
old = sys.stdout
sys.stdout = w = W()
print("a", 1)
print("b", flush=True)
sys.stdout.write("zz")
sys.stdout = old
print(w.parts)
print("x", file=w)
print(w.parts)
print(sys.argv[1:], len(sys.argv))
print(sys.version_info.major, sys.version_info >= (3, 8), sys.version_info[:2], sys.version_info[0])
print(repr(sys.version_info)[:32], len(sys.version_info))
print(sys.version_info.minor == 11, type(sys.version_info))
print(sys.stdout is sys.__stdout__)
sys.stderr.write("err\n")
print("k", file=sys.stderr)
e = sys.stderr
sys.stderr = w
print("k", file=sys.stderr)
sys.stderr = e
print(w.parts[-2:])
try:
    1/0
except ZeroDivisionError as ex:
    t, v, tb = sys.exc_info()
    print(t, v, tb is ex.__traceback__)
print(sys.exc_info())
print(sys.getrecursionlimit())
sys.setrecursionlimit(500)
print(sys.getrecursionlimit())
print('sys' in sys.modules, sys.modules['sys'] is sys, sys.modules[__name__].w is w)
sys.stdout = None
print("nothing")
sys.stdout = old
print("end")
for f in (None, 3, "message", (1,2)):
    try: sys.exit(f)
    except SystemExit as e: print(e.code, e.args)
try: sys.exit()
except SystemExit as e: print(e.code, e.args)
sys.exit("bye")
