SEED = 0  # of 8
state = SEED * 7919 + 1


def random(n):
    global state
    state = (state * 1103 + 12345) % 1048573
    return state // 7 % n


def bound():
    if random(4) == 0:
        return None
    return random(26) - 13


def step():
    return (None, 1, 1, 2, 3, -1, -2, -5)[random(8)]


def change(items):
    kind = random(16)
    if kind == 0:
        items.append(random(100))
    elif kind == 1:
        items.insert(random(30) - 15, random(100))
    elif kind == 2:
        return items.pop(random(24) - 12)
    elif kind == 3:
        return items.pop()
    elif kind == 4:
        items.remove(random(20))
    elif kind == 5:
        return items[bound() : bound() : step()]
    elif kind == 6:
        del items[bound() : bound() : step()]
    elif kind == 7:
        items[bound() : bound()] = range(random(5))
    elif kind == 8:
        chosen = slice(bound(), bound(), step())
        items[chosen] = [random(100) for _ in items[chosen]]
    elif kind == 9:
        items[bound() : bound() : step()] = [random(9)] * random(4)
    elif kind == 10:
        items.reverse()
    elif kind == 11:
        items.sort(key=lambda x: x % 10, reverse=random(2) == 0)
    elif kind == 12:
        items += [random(20), random(20)]
    elif kind == 13:
        return items.index(random(20)), items.count(random(20)), random(20) in items
    elif kind == 14:
        items[random(24) - 12] = random(100)
    else:
        return items[random(24) - 12]


for case in range(40):
    items = [random(20) for _ in range(random(12))]
    for _ in range(25):
        try:
            result = change(items)
        except (IndexError, ValueError) as error:
            result = error
        if len(items) > 40:
            items.clear()
        print(result, items)
