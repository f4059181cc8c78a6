"""A SyntaxError that a program raises says where the text is wrong."""

e = SyntaxError("bad", ("dir/file.py", 3, 5, "some text"))
print(e, e.msg, e.filename, e.lineno, e.offset, e.text, e.end_lineno, e.args)
e.lineno = 7
print(e)
e = SyntaxError("plain")
print(e, e.msg, e.lineno, e.text)
e.lineno = 4
print(e)
print(SyntaxError(), SyntaxError().msg, SyntaxError(1, 2, 3))
for wrong in (), (1, 2, 3), (1, 2, 3, 4, 5), range(7):
    try:
        SyntaxError("x", wrong)
    except TypeError as e:
        print(e)
print(SyntaxError("m", ("f", 1, 2, "t", 3, 4)).end_offset, IndentationError("i", (None, 5, 1, "")))
try:
    raise SyntaxError("first", (None, 1, 3, "a b\n"))
except SyntaxError:
    raise SyntaxError("second", ("prog.toy", 12, 5, "   let x = = 3\n", 12, 8))
