def attempt(f):
    try:
        print(f())
    except (TypeError, ValueError, StopIteration) as e:
        print(type(e).__name__, e)


attempt(lambda: list(zip([1, 2], [1], strict=True)))
attempt(lambda: list(zip([1], [1, 2], strict=True)))
attempt(lambda: list(zip([1], [1], [1, 2], strict=True)))
attempt(lambda: list(zip([1, 2], [1, 2], [1], strict=True)))
attempt(lambda: list(zip([1, 2], "ab", strict=True)))
attempt(lambda: min([]))
attempt(lambda: max())
attempt(lambda: max(1))
attempt(lambda: max(1, 2, default=3))
attempt(lambda: sum(["a"]))
attempt(lambda: sum("ab", ""))
attempt(lambda: reversed(5))
attempt(lambda: reversed({1}))
attempt(lambda: map(len))
attempt(lambda: list(map(len, 5)))
attempt(lambda: enumerate(5))
attempt(lambda: enumerate([], "a"))
attempt(lambda: len(5))
attempt(lambda: sorted(5))
attempt(lambda: next(iter([])))
attempt(lambda: min(1, "a"))
