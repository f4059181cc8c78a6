a = 0x5A5A5A5A
b = -0x0F0F0F10
print(a & b, a | b, a ^ b, ~a, ~b, a & 255, b | 1)
