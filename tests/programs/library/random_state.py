"""random: seeds that are strings or bytes, the state, more distributions, generators of the program's own."""
import random
for seed in ("hello", "", "x" * 200, b"bytes", bytearray(b"bytes"), 2.5, -3, 10**40):
    random.seed(seed)
    print(random.random(), random.randrange(10**6), random.getrandbits(70))
random.seed(7)
print(random.gauss(0, 1))
state = random.getstate()
first = [random.random() for _ in range(3)] + [random.gauss(), random.randint(1, 6)]
random.setstate(state)
print(first == [random.random() for _ in range(3)] + [random.gauss(), random.randint(1, 6)], len(state), len(state[1]))
r = random.Random(3)
for make in (lambda: r.gammavariate(2.5, 1.5), lambda: r.gammavariate(1.0, 2.0), lambda: r.gammavariate(0.5, 1.0), lambda: r.betavariate(2, 3), lambda: r.lognormvariate(0, 0.5),
             lambda: r.vonmisesvariate(1.0, 2.0), lambda: r.vonmisesvariate(1.0, 0), lambda: r.paretovariate(3), lambda: r.weibullvariate(1, 2)):
    print([round(make(), 9) for _ in range(3)])
class Half(random.Random):
    def random(self): return 0.5
class Bits(random.Random):
    def getrandbits(self, k): return 1
print(Half().randrange(100), Half().choice("abcd"), Half().sample(range(20), 3), Bits().randrange(100), Bits().choice("abcd"))
try:
    r.gammavariate(0, 1)
except ValueError as e:
    print(e)
