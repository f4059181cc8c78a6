SEED = 0  # of 8
state = SEED * 7919 + 1


def random(n):
    global state
    state = (state * 1103 + 12345) % 1048573
    return state // 7 % n


def value(kind):
    n = random(40)
    if kind == 0:
        return n - 10
    if kind == 1:
        return (n - 20) * 8
    if kind == 2:
        return (n - 20) * 1024 + n % 3
    if kind == 3:
        return (n % 6, n // 6)
    if kind == 4:
        return n / 4
    return (n - 20) * 123456789123


def change(s, kind):
    other = {value(kind) for _ in range(random(12))}
    action = random(18)
    if action < 5:
        s.add(value(kind))
    elif action == 5:
        s.remove(value(kind))
    elif action == 6:
        s.discard(value(kind))
    elif action == 7:
        return s.pop()
    elif action == 8:
        s |= other
    elif action == 9:
        s &= other | {value(kind)}
    elif action == 10:
        s -= other
    elif action == 11:
        s ^= other
    elif action == 12:
        return s | other, s & other
    elif action == 13:
        return s - other, s ^ other
    elif action == 14:
        return s <= other, s > other, s.isdisjoint(other), s == other
    elif action == 15:
        s.update(value(kind) for _ in range(random(20)))
    elif action == 16:
        s.intersection_update([value(kind) for _ in range(random(30))])
    else:
        return set(s), frozenset(s), hash(frozenset(s)), value(kind) in s


for case in range(30):
    kind = random(6)
    s = {value(kind) for _ in range(random(20))}
    for _ in range(25):
        try:
            result = change(s, kind)
        except KeyError as error:
            result = error
        print(result, s)
