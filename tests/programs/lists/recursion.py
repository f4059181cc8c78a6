def nested():
    result = []
    for _ in range(3000):
        result = [result]
    return result


a, b = nested(), nested()
for f in (lambda: repr(a), lambda: a == b, lambda: a < b, lambda: str((a,))):
    try:
        f()
    except RecursionError as error:
        print(error)
print(len(a), len(b))
