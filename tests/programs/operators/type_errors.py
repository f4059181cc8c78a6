values = [1, 1.5, "s", None, [1], (1,), {}, {1}]
for a in values:
    for b in values:
        for name, f in (("+", lambda: a + b), ("-", lambda: a - b), ("&", lambda: a & b), ("<", lambda: a < b), ("@", lambda: a @ b)):
            try:
                f()
            except TypeError as e:
                print(e)
for a in values[2:]:
    for f in (lambda: -a, lambda: +a, lambda: ~a):
        try:
            f()
        except TypeError as e:
            print(e)
