# Exceptions in a loop, from functions of several depths.
def deep(n, kind):
    if n:
        return deep(n - 1, kind)
    raise kind(n)


counts = {}
for i in range(30):
    kind = (ValueError, KeyError, IndexError)[i % 3]
    try:
        deep(i, kind)
    except (KeyError, IndexError) as e:
        name = type(e).__name__
        counts[name] = counts.get(name, 0) + 1
    except ValueError:
        counts["v"] = counts.get("v", 0) + i
print(counts)
