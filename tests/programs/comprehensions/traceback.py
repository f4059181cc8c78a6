# A comprehension has a frame of its own in tracebacks.
def f(n):
    return [10 // (i - 1) for i in range(n) if i]


print({k: f(k) for k in range(3)})
