"""io: StringIO and BytesIO, with print and redirect_stdout."""
import io
from contextlib import redirect_stdout
from io import BytesIO, StringIO

f = StringIO()
print("a", 1, file=f)
f.write("line two\nend")
print(repr(f.getvalue()), f.tell(), f.seek(0), f.readline(), f.read(4), list(f), f.read())
f.seek(2)
f.write("XY")
print(repr(f.getvalue()), f.truncate(3), repr(f.getvalue()))
with redirect_stdout(StringIO()) as captured:
    print("hidden")
    print("more", end="")
print(repr(captured.getvalue()))
with StringIO("one\ntwo\n\nthree") as g:
    print([line.rstrip() for line in g], g.seek(4), g.readlines(), g.seek(0, io.SEEK_END))
try:
    g.read()
except ValueError as error:
    print(error)
for wrong in (lambda: f.write(b"x"), lambda: StringIO(3), lambda: f.seek(-1), lambda: BytesIO().write("x")):
    try:
        wrong()
    except (TypeError, ValueError) as error:
        print(type(error).__name__, error)
b = BytesIO(b"\x01\x02\x03")
print(b.read(2), b.write(b"zz"), b.getvalue(), b.seek(1), b.read(), b.tell(), b.readable())
