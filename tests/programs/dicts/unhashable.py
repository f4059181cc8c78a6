for key in ([], {}, set(), slice(1), (1, [])):
    try:
        {key: 1}
    except TypeError as e:
        print(e)
    try:
        key in {}
    except TypeError as e:
        print(e)
    try:
        {}.get(key)
    except TypeError as e:
        print(e)
