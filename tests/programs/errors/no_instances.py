"""Types of iterators, views and generators cannot be called."""
def generator(): yield
for cls in (type(iter([])), type({}.keys()), type(generator()), type(iter(range(3))), type(iter({}.items())), type(iter(int, 1))):
    try:
        cls()
    except TypeError as e:
        print(e)
print(type(object()).__name__)
