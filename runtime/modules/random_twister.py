"""The generator of the module random: MT19937, the Mersenne Twister."""

TWISTER_NEXT = 1
TWISTER_STATE = 2
TWISTER_WORDS = 2
TWISTER_LENGTH = 624
TWISTER_DISTANCE = 397

TWIST_UPPER = -0x80000000
TWIST_LOWER = 0x7FFFFFFF
TWIST_MATRIX = -0x66F74F21


@builtin(module="_random", leaf=True)
class Twister:
    """A sequence of random words that follows from a number that is not negative."""

    def __new__(cls, seed, /):
        twister = alloc(Twister, TWISTER_WORDS + TWISTER_LENGTH)
        twister_seed(twister, wide(index_of(seed)))
        return twister

    def bits(self, count, /):
        """A number of 1 to 31 bits."""
        return rshr(twister_word(self), 32 - count)

    def state(self):
        """The words of the state, and which is next."""
        result = new_tuple(TWISTER_LENGTH + 1)
        for i in range(TWISTER_LENGTH + 1):
            st(result, TUPLE_ITEMS + i, 0)
        for i in range(TWISTER_LENGTH):
            number = new_wide(1)
            st(number, BIGINT_DIGITS, ld(self, TWISTER_STATE + i))
            st(result, TUPLE_ITEMS + i, finish(number, 1, False))
        st(result, TUPLE_ITEMS + TWISTER_LENGTH, ld(self, TWISTER_NEXT))
        return result

    def restore(self, words, /):
        """Makes the state what it was."""
        if tag(words) != TUPLE or ld(words, TUPLE_LENGTH) != TWISTER_LENGTH + 1:
            raise ValueError("state vector is the wrong size")
        for i in range(TWISTER_LENGTH):
            number = wide(index_of(ld(words, TUPLE_ITEMS + i)))
            word = 0
            if digits_of(number):
                word = ld(number, BIGINT_DIGITS)
            st(self, TWISTER_STATE + i, word)
        st(self, TWISTER_NEXT, ld(words, TUPLE_ITEMS + TWISTER_LENGTH))

    def getrandbits(self, count, /):
        """A number of any number of bits."""
        words = count + 31 >> 5
        number = new_wide(words)
        for i in range(words):
            st(number, BIGINT_DIGITS + i, 0)
        for i in range(words):
            word = twister_word(self)
            if count < 32:
                word = rshr(word, 32 - count)
            st(number, BIGINT_DIGITS + i, word)
            count -= 32
        return finish(number, words, False)


def mixed(twister, i, factor):
    """The word before number i, mixed."""
    word = ld(twister, TWISTER_STATE + i - 1)
    return rmul(word ^ rshr(word, 30), factor)


def twister_seed(twister, key):
    """Fills the state from the digits of a wide integer."""
    st(twister, TWISTER_NEXT, TWISTER_LENGTH)
    st(twister, TWISTER_STATE, 19650218)
    for i in range(1, TWISTER_LENGTH):
        st(twister, TWISTER_STATE + i, radd(mixed(twister, i, 1812433253), i))
    length = digits_of(key)
    if length == 0:
        length = 1
    rounds = length
    if rounds < TWISTER_LENGTH:
        rounds = TWISTER_LENGTH
    i = 1
    j = 0
    for n in range(rounds):
        digit = 0
        if digits_of(key):
            digit = ld(key, BIGINT_DIGITS + j)
        word = ld(twister, TWISTER_STATE + i) ^ mixed(twister, i, 1664525)
        st(twister, TWISTER_STATE + i, radd(radd(word, digit), j))
        i = next_place(twister, i)
        j += 1
        if j == length:
            j = 0
    for n in range(TWISTER_LENGTH - 1):
        word = ld(twister, TWISTER_STATE + i) ^ mixed(twister, i, 1566083941)
        st(twister, TWISTER_STATE + i, rsub(word, i))
        i = next_place(twister, i)
    st(twister, TWISTER_STATE, TWIST_UPPER)


def next_place(twister, i):
    """The place after number i, from the last one on to the second."""
    i += 1
    if i < TWISTER_LENGTH:
        return i
    st(twister, TWISTER_STATE, ld(twister, TWISTER_STATE + TWISTER_LENGTH - 1))
    return 1


def twister_word(twister):
    """The next word."""
    at = ld(twister, TWISTER_NEXT)
    if at == TWISTER_LENGTH:
        twist(twister)
        at = 0
    st(twister, TWISTER_NEXT, at + 1)
    word = ld(twister, TWISTER_STATE + at)
    word = word ^ rshr(word, 11)
    word = word ^ rshl(word, 7) & -0x62D3A980
    word = word ^ rshl(word, 15) & -0x103A0000
    return word ^ rshr(word, 18)


def twist(twister):
    """Makes the next words of the state."""
    for i in range(TWISTER_LENGTH):
        following = i + 1
        if following == TWISTER_LENGTH:
            following = 0
        other = i + TWISTER_DISTANCE
        if other >= TWISTER_LENGTH:
            other -= TWISTER_LENGTH
        word = ld(twister, TWISTER_STATE + i) & TWIST_UPPER | ld(twister, TWISTER_STATE + following) & TWIST_LOWER
        result = ld(twister, TWISTER_STATE + other) ^ rshr(word, 1)
        if word & 1:
            result = result ^ TWIST_MATRIX
        st(twister, TWISTER_STATE + i, result)
