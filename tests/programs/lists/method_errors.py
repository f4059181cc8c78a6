def attempt(f):
    try:
        f()
    except (IndexError, ValueError, TypeError) as e:
        print(type(e).__name__, e)


attempt(lambda: [].pop())
attempt(lambda: [1].pop(1))
attempt(lambda: [1].pop(-2))
attempt(lambda: [1].remove(2))
attempt(lambda: [1].index(2))
attempt(lambda: [1, 2, 3].index(1, 1))
attempt(lambda: ["a"].index("b"))
attempt(lambda: [1].extend(5))
attempt(lambda: [1].insert("a", 1))
attempt(lambda: [1] + (2,))
attempt(lambda: [1] + 2)
attempt(lambda: [1] * "a")
attempt(lambda: [1] * 1.5)
attempt(lambda: list(5))
attempt(lambda: [1] < 3)
attempt(lambda: [1, "a"] < [1, 2])
