a = 0xF0F0F0F0F0F0F0F0F0F0
b = -0x123456789ABCDEF0123
print(a & b, a | b, a ^ b, ~a, ~b, a & -1, a | -1, b & 0xFF, b >> 200, a >> 200)
for n in (0, 1, 31, 32, 33, 64, 65):
    print(1 << n, -1 << n, a >> n, b >> n, b << n)
print(a.bit_length(), b.bit_length(), a.bit_count(), (0).bit_length(), (255).bit_count())
for operation in (lambda: 1 << -1, lambda: 1 >> -1, lambda: 5 & 2.0, lambda: ~1.5):
    try:
        print(operation())
    except (ValueError, TypeError) as e:
        print(type(e).__name__, e)
print(0 << 10**20, 5 >> 10**20, -5 >> 10**20)
