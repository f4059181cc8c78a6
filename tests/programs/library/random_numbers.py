"""random with a seed: the Mersenne Twister, the same numbers as CPython."""
import random

random.seed(42)
print([random.random() for _ in range(3)], random.randint(1, 100), random.randrange(0, 50, 5), random.choice("abcdef"))
items = list(range(10))
random.shuffle(items)
print(items, random.sample(range(100), 4), random.sample("abc", 2), random.choices([1, 2, 3], k=4), random.choices("ab", [9, 1], k=5))
print(random.getrandbits(8), random.getrandbits(32), random.getrandbits(100), random.getrandbits(0), random.uniform(1, 2), random.randbytes(5))
print(random.gauss(0, 1), random.gauss(0, 1), random.triangular(), random.normalvariate(), random.expovariate(2))
other = random.Random(2**70 + 5)
print(other.random(), other.randint(-5, 5), other.randrange(10**20), [other.randrange(7) for _ in range(700)][-5:])
random.seed(0)
print(random.random(), random.sample(range(1000), 10))
random.seed(-3)
print(random.random())
random.seed(1.5)
print(random.random())
for call in (lambda: random.randrange(0), lambda: random.choice([]), lambda: random.randint(3, 1), lambda: random.sample([1], 2), lambda: random.randrange(5, 5)):
    try:
        call()
    except (ValueError, IndexError) as error:
        print(type(error).__name__, error)
