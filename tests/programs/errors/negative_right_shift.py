x = -1
y = 8
y >>= x
