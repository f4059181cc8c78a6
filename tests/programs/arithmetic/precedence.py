a = 2
b = 3
c = 4
print(a + b * c, (a + b) * c, a - b - c, -a * b, ~a + b, a | b & c ^ a)
print(a << b + 1, not a == b, a + b > c and b < c or a)
