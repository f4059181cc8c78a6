for f in (lambda: {[]}, lambda: {1, {}}, lambda: set([[1]]), lambda: [] in {1}, lambda: hash(set()), lambda: set(5)):
    try:
        f()
    except TypeError as e:
        print(e)
