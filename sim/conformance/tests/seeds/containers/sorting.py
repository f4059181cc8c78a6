SEED = 0  # of 8
state = SEED * 7919 + 1


def random(n):
    global state
    state = (state * 1103 + 12345) % 1048573
    return state // 7 % n


def value(kind):
    if kind == 0:
        return random(10)
    if kind == 1:
        return random(100000) - 50000
    if kind == 2:
        return str(random(50))
    if kind == 3:
        return (random(5), random(5))
    if kind == 4:
        return random(1000) / 8
    return [random(3), random(3)]


for case in range(40):
    kind = random(6)
    items = [value(kind) for _ in range(random(60))]
    if random(4) == 0:
        items.sort()
        items[len(items) // 2 :] = items[: len(items) // 2]
    print(sorted(items), sorted(items, reverse=True))
    numbered = list(enumerate(items))
    backwards = random(2) == 1
    numbered.sort(key=lambda pair: pair[1], reverse=backwards)
    print(numbered)
    if items:
        print(min(items), max(items), min(numbered, key=lambda pair: pair[1]))
