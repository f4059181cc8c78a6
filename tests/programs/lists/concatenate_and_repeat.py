a = [1, 2]
b = a + [3]
print(a, b, a * 3, 3 * a, a * 0, a * -1, a * True, [] * 5)
c = a
a += (4, 5)
print(a is c, a)
a *= 2
print(a is c, a)
a += a
print(a)
a *= 0
print(a, c)
rows = [[0] * 3] * 2
rows[0][1] = 9
print(rows)
