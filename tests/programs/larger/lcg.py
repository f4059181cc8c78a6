seed = 12345


def random():
    global seed
    seed = (seed * 75 + 74) % 65537
    return seed


total = 0
for i in range(100):
    total += random() % 100
print(seed, total)
