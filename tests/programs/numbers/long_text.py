x = 3**5000
text = str(x)
print(len(text), text[:20], text[-20:], int(text) == x)
print(sum(int(c) for c in text))
y = 7**2000 * 10**1000
print(len(str(y)), str(y)[-1010:-990], -y == int("-" + str(y)))
for n in (4300, 4301):
    try:
        print(len(str(10 ** (n - 1))))
    except ValueError as e:
        print(e)
    try:
        print(int("1" * n) % 1000)
    except ValueError as e:
        print(e)
print(len(hex(16**5000)), len(bin(2**5000)))
