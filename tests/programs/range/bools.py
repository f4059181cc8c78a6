t = True
for i in range(t, 3):
    print(i)
for i in range(False, t):
    print(i)
for i in range(t):
    print(i)
