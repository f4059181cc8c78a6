count = 0


def step(by):
    global count, last
    count += by
    last = by


for i in range(5):
    step(i)
print(count, last)
