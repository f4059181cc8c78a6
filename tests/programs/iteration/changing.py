# A list may grow while it is iterated over, a dictionary may not.
x = [1, 2, 3]
for item in x:
    if item < 3:
        x.append(item + 5)
    print(item)
x = [1, 2, 3, 4]
for item in x:
    x.remove(item)
print(x)
d = {1: 2}
try:
    for k in d:
        d[k + 1] = 3
except RuntimeError as e:
    print(e)
x = [1, 2]
for x in x:
    print(x)
