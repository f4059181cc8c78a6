d = {"a": 1}
for key in ("b", 1, (1, 2), None, 1.5):
    try:
        d[key]
    except KeyError as e:
        print("KeyError", e, e.args)
    try:
        del d[key]
    except KeyError as e:
        print("KeyError", e)
d["nothing"]
