"""keys().mapping, values().mapping and items().mapping: read-only views of the dictionary."""
d = {"a": 1}
for view in (d.keys(), d.values(), d.items()):
    print(view.mapping, view.mapping == d, type(view.mapping).__name__)
    try:
        view.mapping["b"] = 2
    except TypeError as e:
        print(e)
proxy = d.keys().mapping
d["c"] = 3
print(proxy)
