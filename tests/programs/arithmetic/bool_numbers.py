t = True
f = False
print(t + t, t - f, t * 5, -t, +t, ~t, t << 3, t // 1, f % 3)
print(t & f, t | f, t ^ t, t & 1, f | 0, t ^ 1)
print(t == 1, f == 0, t < 2, t is True, t == 2)
