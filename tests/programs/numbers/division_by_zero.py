for a, b in ((1, 0), (10**20, 0), (1.0, 0), (1, 0.0), (1.5, False)):
    for operation in (
        lambda: a / b,
        lambda: a // b,
        lambda: a % b,
        lambda: divmod(a, b),
        lambda: b**-1,
        lambda: pow(a, 2, b),
    ):
        try:
            print(operation())
        except (ZeroDivisionError, ValueError, TypeError) as e:
            print(type(e).__name__, e)
