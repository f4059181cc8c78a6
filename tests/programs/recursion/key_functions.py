"""Recursion through key functions, map, filter, sorted, min, callbacks"""


def by_sort(x):
    return sorted([x, x], key=by_sort)


def by_sort_in_place(x):
    items = [3, 2, x]
    items.sort(key=by_sort_in_place)
    return items


def by_min(x):
    return min([x, x], key=by_min)


def by_max(x):
    return max(x, x, key=by_max)


def by_map(x):
    return list(map(by_map, [x]))


def by_filter(x):
    return list(filter(by_filter, [x]))


def by_star(*args, **kwargs):
    return by_star(*args, **kwargs)


def by_default(a, b=1, *, c=2):
    return by_default(a, c=b)


def by_lambda(x):
    return (lambda: by_lambda(x))()


def by_iter(x=0):
    return list(iter(by_iter, 1))


def by_any(x):
    return any(by_any(y) for y in (1, 2))


def by_dict(x):
    return {1: by_dict(x)}


def by_join(x):
    return ",".join(by_join(x) for _ in range(2))


def by_format(x):
    return f"{x}{by_format(x)}"


def by_print(x):
    print(by_print(x))


def by_unpacking(x):
    a, *b = by_unpacking(x)


for f in (by_sort, by_sort_in_place, by_min, by_max, by_map, by_filter, by_star, by_default,
          by_lambda, by_iter, by_any, by_dict, by_join, by_format, by_print, by_unpacking):
    try:
        f(*[1][f is by_iter:])
    except RecursionError as error:
        print(f.__name__, type(error).__name__)
items = [3, 1, 2]


def changing(x):
    return changing(x)


try:
    items.sort(key=changing)
except RecursionError:
    print(items)
print(sorted(items))
