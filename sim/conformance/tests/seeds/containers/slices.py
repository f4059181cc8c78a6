SEED = 0  # of 8
state = SEED * 7919 + 1


def random(n):
    global state
    state = (state * 1103 + 12345) % 1048573
    return state // 7 % n


def bound():
    kind = random(6)
    if kind == 0:
        return None
    if kind == 1:
        return (random(3) - 1) << random(70)
    return random(30) - 15


def step():
    return (None, 1, 2, 3, 7, -1, -2, -3, 0, 1 << 40, -(1 << 33))[random(11)]


text = "abcdefghijklmnopqrstuvwxyz"
for case in range(600):
    n = random(14)
    s = slice(bound(), bound(), step())
    try:
        print(list(range(n))[s], tuple(range(n))[s], text[:n][s], range(n)[s], s.indices(n))
        print(range(random(9), random(50), random(4) + 1)[s])
    except ValueError as error:
        print(s, error)
