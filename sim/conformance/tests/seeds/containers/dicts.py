SEED = 0  # of 8
state = SEED * 7919 + 1


def random(n):
    global state
    state = (state * 1103 + 12345) % 1048573
    return state // 7 % n


def key():
    kind = random(8)
    n = random(12)
    if kind < 3:
        return n - 4
    if kind == 3:
        return n * 64
    if kind == 4:
        return "k" + str(n)
    if kind == 5:
        return (n, str(n))
    if kind == 6:
        return n / 2
    return n << 40


def change(d):
    kind = random(12)
    if kind < 4:
        d[key()] = random(100)
    elif kind < 6:
        del d[key()]
    elif kind == 6:
        return d.pop(key(), None), d.get(key()), key() in d
    elif kind == 7:
        return d.popitem()
    elif kind == 8:
        return d.setdefault(key(), random(100))
    elif kind == 9:
        d.update({key(): 1, key(): 2})
    elif kind == 10:
        return list(d.items())[:3], sum(d.values())
    else:
        return d | {key(): 5}, d == dict(list(d.items())[::-1])


for case in range(30):
    d = {key(): random(100) for _ in range(random(20))}
    for _ in range(30):
        try:
            result = change(d)
        except KeyError as error:
            result = error
        print(result, len(d), d if random(4) == 0 else "")
    print(list(reversed(d)), d.copy() == d)
