def attempt(f):
    try:
        print(f())
    except (TypeError, ValueError, IndexError) as e:
        print(type(e).__name__, e)


attempt(lambda: range())
attempt(lambda: range(1, 2, 3, 4))
attempt(lambda: range(1, 2, 0))
attempt(lambda: range("a"))
attempt(lambda: range(1.5))
attempt(lambda: range(1, None))
attempt(lambda: range(5)[7])
attempt(lambda: range(5).index(9))
attempt(lambda: range(5).index("x"))
attempt(lambda: range(3) < range(4))
attempt(lambda: list(range(True, 3)))
