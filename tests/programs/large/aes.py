"""AES-128 of one block, with tables made from the field's arithmetic."""


def double(a):
    a <<= 1
    return a ^ 0x11B if a & 0x100 else a


def multiply(a, b):
    product = 0
    while b:
        if b & 1:
            product ^= a
        a = double(a)
        b >>= 1
    return product


def make_sbox():
    box = bytearray(256)
    p = q = 1
    while True:
        p ^= double(p)
        q ^= q << 1
        q ^= q << 2
        q ^= q << 4
        q &= 0xFF
        if q & 0x80:
            q ^= 0x09
        x = q
        for shift in 1, 2, 3, 4:
            x ^= (q << shift | q >> 8 - shift) & 0xFF
        box[p] = x ^ 0x63
        if p == 1:
            break
    box[0] = 0x63
    return bytes(box)


SBOX = make_sbox()


def expand(key):
    words = [list(key[i:i + 4]) for i in range(0, 16, 4)]
    constant = 1
    for i in range(4, 44):
        word = words[-1]
        if i % 4 == 0:
            word = [SBOX[b] for b in word[1:] + word[:1]]
            word[0] ^= constant
            constant = double(constant)
        words.append([a ^ b for a, b in zip(words[-4], word)])
    return [sum(words[i:i + 4], []) for i in range(0, 44, 4)]


def mix(column):
    a, b, c, d = column
    whole = a ^ b ^ c ^ d
    return [a ^ whole ^ double(a ^ b), b ^ whole ^ double(b ^ c), c ^ whole ^ double(c ^ d), d ^ whole ^ double(d ^ a)]


def encrypt(block, key):
    keys = expand(key)
    state = [a ^ b for a, b in zip(block, keys[0])]
    for number, round_key in enumerate(keys[1:], 1):
        state = [SBOX[b] for b in state]
        state = [state[(i + 4 * (i % 4)) % 16] for i in range(16)]
        if number < 10:
            state = [b for i in range(0, 16, 4) for b in mix(state[i:i + 4])]
        state = [a ^ b for a, b in zip(state, round_key)]
    return bytes(state)


print(SBOX[:8].hex(), multiply(0x57, 0x83))
key = bytes(range(16))
text = bytes(17 * i for i in range(16))
print(encrypt(text, key).hex())
print(encrypt(b"exactly 16 bytes", b"an unlikely key!").hex())
