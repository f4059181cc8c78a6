"""Numbers by chance, as CPython makes them."""

from _random import Twister
from _hash512 import sha512
from bisect import bisect
from itertools import accumulate
from math import acos, cos, exp, pi, sin, sqrt
from math import ceil, log
from time import perf_counter_ns

E = 2.718281828459045
TWOPI = 6.283185307179586
NV_MAGICCONST = 1.7155277699214135
LOG4 = 1.3862943611198906
SG_MAGICCONST = 2.504077396776274
UNIT = 1.1102230246251565e-16


class _Generator:
    """What most programs use of a generator."""

    def start(self, number):
        """Starts with a number that is not negative."""
        self._twister = Twister(number)
        self.gauss_next = None

    def random(self):
        bits = self._twister.bits
        return (bits(27) * 67108864.0 + bits(26)) * UNIT

    def getrandbits(self, k, /):
        if k < 0:
            raise ValueError("number of bits must be non-negative")
        return self._twister.getrandbits(k)

    def _randbelow(self, n):
        size = n.bit_length()
        if size < 32:
            bits = self._twister.bits
            r = bits(size)
            while r >= n:
                r = bits(size)
            return r
        return self._below_by_bits(n)

    def _below_by_bits(self, n):
        size = n.bit_length()
        r = self.getrandbits(size)
        while r >= n:
            r = self.getrandbits(size)
        return r

    def randrange(self, start, stop=None, step=1):
        if not hasattr(start, "__index__"):
            raise TypeError(f"'{type(start).__name__}' object cannot be interpreted as an integer")
        if stop is None:
            if start > 0:
                return self._randbelow(start)
            raise ValueError("empty range for randrange()")
        width = stop - start
        if step == 1:
            if width > 0:
                return start + self._randbelow(width)
            raise ValueError(f"empty range for randrange() ({start}, {stop}, {width})")
        if step == 0:
            raise ValueError("zero step for randrange()")
        n = (width + step - (1 if step > 0 else -1)) // step
        if n <= 0:
            raise ValueError("empty range for randrange()")
        return start + step * self._randbelow(n)

    def randint(self, a, b):
        return self.randrange(a, b + 1)

    def choice(self, seq):
        if not len(seq):
            raise IndexError("Cannot choose from an empty sequence")
        return seq[self._randbelow(len(seq))]

    def shuffle(self, x):
        for i in range(len(x) - 1, 0, -1):
            j = self._randbelow(i + 1)
            x[i], x[j] = x[j], x[i]

    def sample(self, population, k, *, counts=None):
        if isinstance(population, (set, frozenset, dict)):
            raise TypeError("Population must be a sequence.  For dicts or sets, use sorted(d).")
        if counts is not None:
            sums = list(accumulate(counts))
            chosen = self.sample(range(sums[-1]), k)
            return [population[bisect(sums, place)] for place in chosen]
        n = len(population)
        if not 0 <= k <= n:
            raise ValueError("Sample larger than population or is negative")
        result = [None] * k
        limit = 21
        if k > 5:
            limit += 4 ** ceil(log(k * 3, 4))
        if n <= limit:
            pool = list(population)
            for i in range(k):
                j = self._randbelow(n - i)
                result[i] = pool[j]
                pool[j] = pool[n - i - 1]
        else:
            selected = set()
            for i in range(k):
                j = self._randbelow(n)
                while j in selected:
                    j = self._randbelow(n)
                selected.add(j)
                result[i] = population[j]
        return result

    def choices(self, population, weights=None, *, cum_weights=None, k=1):
        n = len(population)
        if cum_weights is None:
            if weights is None:
                return [population[int(self.random() * n)] for _ in range(k)]
            cum_weights = list(accumulate(weights))
        elif weights is not None:
            raise TypeError("Cannot specify both weights and cumulative weights")
        if len(cum_weights) != n:
            raise ValueError("The number of weights does not match the population")
        total = cum_weights[-1] + 0.0
        if total <= 0.0:
            raise ValueError("Total of weights must be greater than zero")
        return [population[bisect(cum_weights, self.random() * total, 0, n - 1)] for _ in range(k)]

    def uniform(self, a, b):
        return a + (b - a) * self.random()


class _Distributions(_Generator):
    """What fewer programs use."""

    def getstate(self):
        return 3, self._twister.state(), self.gauss_next

    def setstate(self, state):
        version, words, self.gauss_next = state
        if version != 3:
            raise ValueError(f"state with version {version} passed to Random.setstate() of version 3")
        self._twister.restore(words)

    def randbytes(self, n):
        return self.getrandbits(n * 8).to_bytes(n, "little")

    def triangular(self, low=0.0, high=1.0, mode=None):
        u = self.random()
        c = 0.5 if mode is None else (mode - low) / (high - low)
        if u > c:
            u = 1.0 - u
            c = 1.0 - c
            low, high = high, low
        return low + (high - low) * sqrt(u * c)

    def normalvariate(self, mu=0.0, sigma=1.0):
        while True:
            u1 = self.random()
            u2 = 1.0 - self.random()
            z = NV_MAGICCONST * (u1 - 0.5) / u2
            if z * z / 4.0 <= -log(u2):
                return mu + z * sigma

    def gauss(self, mu=0.0, sigma=1.0):
        z = self.gauss_next
        self.gauss_next = None
        if z is None:
            angle = self.random() * TWOPI
            radius = sqrt(-2.0 * log(1.0 - self.random()))
            z = cos(angle) * radius
            self.gauss_next = sin(angle) * radius
        return mu + z * sigma

    def lognormvariate(self, mu, sigma):
        return exp(self.normalvariate(mu, sigma))

    def expovariate(self, lambd):
        return -log(1.0 - self.random()) / lambd

    def vonmisesvariate(self, mu, kappa):
        if kappa <= 1e-6:
            return TWOPI * self.random()
        s = 0.5 / kappa
        r = s + sqrt(1.0 + s * s)
        while True:
            z = cos(pi * self.random())
            d = z / (r + z)
            u = self.random()
            if u < 1.0 - d * d or u <= (1.0 - d) * exp(d):
                break
        q = 1.0 / r
        angle = acos((q + z) / (1.0 + q * z))
        if self.random() > 0.5:
            return (mu + angle) % TWOPI
        return (mu - angle) % TWOPI

    def gammavariate(self, alpha, beta):
        if alpha <= 0.0 or beta <= 0.0:
            raise ValueError("gammavariate: alpha and beta must be > 0.0")
        if alpha > 1.0:
            # Cheng's rejection, by a logistic distribution.
            root = sqrt(2.0 * alpha - 1.0)
            shift = alpha - LOG4
            slope = alpha + root
            while True:
                u1 = self.random()
                if not 1e-7 < u1 < 0.9999999:
                    continue
                u2 = 1.0 - self.random()
                v = log(u1 / (1.0 - u1)) / root
                x = alpha * exp(v)
                z = u1 * u1 * u2
                r = shift + slope * v - x
                if r + SG_MAGICCONST - 4.5 * z >= 0.0 or r >= log(z):
                    return x * beta
        if alpha == 1.0:
            return -log(1.0 - self.random()) * beta
        # Ahrens and Dieter: a power below 1, an exponential above.
        while True:
            u = self.random()
            b = (E + alpha) / E
            p = b * u
            if p <= 1.0:
                x = p ** (1.0 / alpha)
            else:
                x = -log((b - p) / alpha)
            u1 = self.random()
            if p > 1.0:
                if u1 <= x ** (alpha - 1.0):
                    return x * beta
            elif u1 <= exp(-x):
                return x * beta

    def betavariate(self, alpha, beta):
        y = self.gammavariate(alpha, 1.0)
        return y / (y + self.gammavariate(beta, 1.0)) if y else 0.0

    def paretovariate(self, alpha):
        return (1.0 - self.random()) ** (-1.0 / alpha)

    def weibullvariate(self, alpha, beta):
        return alpha * (-log(1.0 - self.random())) ** (1.0 / beta)


def _seed_number(a):
    """The number that a seed stands for."""
    if a is None:
        return perf_counter_ns()
    if isinstance(a, (str, bytes, bytearray)):
        a = a.encode() if isinstance(a, str) else bytes(a)
        return int.from_bytes(a + sha512(a), "big")
    if isinstance(a, float):
        return hash(a) % 2**64
    if not isinstance(a, int):
        raise TypeError("The only supported seed types are: None,\nint, float, str, bytes, and bytearray.")
    return abs(a)


class Random(_Distributions):
    """A generator of random numbers."""

    def __init__(self, x=None):
        self.seed(x)

    def seed(self, a=None, version=2):
        self.start(_seed_number(a))

    def _below_by_random(self, n):
        most = 1 << 53
        if n >= most:
            return int(self.random() * n)
        limit = (most - most % n) / most
        r = self.random()
        while r >= limit:
            r = self.random()
        return int(r * most) % n

    def __init_subclass__(cls, /, **kwargs):
        super().__init_subclass__(**kwargs)
        # Integers come from the method that the subclass has of its own.
        for base in cls.__mro__:
            if "_randbelow" in base.__dict__:
                break
            if "getrandbits" in base.__dict__:
                cls._randbelow = Random._below_by_bits
                break
            if "random" in base.__dict__:
                cls._randbelow = Random._below_by_random
                break


_default = _Generator()
_default.start(perf_counter_ns())
random = _default.random
getrandbits = _default.getrandbits
randrange = _default.randrange
randint = _default.randint
choice = _default.choice


# These are functions so that programs which do not use them do without the classes.
def seed(a=None, version=2):
    _default.start(_seed_number(a))


def shuffle(x):
    _default.shuffle(x)


def sample(population, k, *, counts=None):
    return _default.sample(population, k, counts=counts)


def choices(population, weights=None, *, cum_weights=None, k=1):
    return _default.choices(population, weights, cum_weights=cum_weights, k=k)


def uniform(a, b):
    return _default.uniform(a, b)


def _all():
    """The generator with all methods."""
    _default.__class__ = _Distributions
    return _default


def gauss(mu=0.0, sigma=1.0):
    return _all().gauss(mu, sigma)


def getstate():
    return _all().getstate()


def setstate(state):
    _all().setstate(state)


def randbytes(n):
    return _all().randbytes(n)


def triangular(low=0.0, high=1.0, mode=None):
    return _all().triangular(low, high, mode)


def normalvariate(mu=0.0, sigma=1.0):
    return _all().normalvariate(mu, sigma)


def lognormvariate(mu, sigma):
    return _all().lognormvariate(mu, sigma)


def expovariate(lambd):
    return _all().expovariate(lambd)


def vonmisesvariate(mu, kappa):
    return _all().vonmisesvariate(mu, kappa)


def gammavariate(alpha, beta):
    return _all().gammavariate(alpha, beta)


def betavariate(alpha, beta):
    return _all().betavariate(alpha, beta)


def paretovariate(alpha):
    return _all().paretovariate(alpha)


def weibullvariate(alpha, beta):
    return _all().weibullvariate(alpha, beta)
