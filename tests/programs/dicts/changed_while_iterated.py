d = {1: 1, 2: 2}
try:
    for k in d:
        d[k + 10] = 0
except RuntimeError as e:
    print(e, d)
d = {1: 1, 2: 2, 3: 3}
try:
    for k in d:
        del d[k]
except RuntimeError as e:
    print(e, d)
d = {1: 1, 2: 2, 3: 3}
for k in d:
    d[k] = k * 2
print(d)
it = iter(d)
next(it)
d[9] = 9
for _ in range(2):
    try:
        next(it)
    except RuntimeError as e:
        print(e)
