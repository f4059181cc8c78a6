# Functions share a variable of the function around them.
def counter(start):
    n = start

    def step(by=1):
        nonlocal n
        n += by
        return n

    def reset():
        nonlocal n
        n = start

    return step, reset


step, reset = counter(5)
step()
print(step(10))
reset()
print(step(), step.__name__, counter.__qualname__, step.__qualname__)
