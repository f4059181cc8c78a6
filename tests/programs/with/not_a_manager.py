# Both methods are looked up on the type, before __enter__ is called.
class OnlyEnter:
    def __enter__(self):
        print("not called")


class Instance:
    pass


for manager in (OnlyEnter(), Instance(), 5):
    try:
        with manager:
            print("no")
    except (TypeError, AttributeError) as e:
        print(type(e).__name__, e)
i = Instance()
i.__enter__ = i.__exit__ = print
try:
    with i:
        pass
except TypeError as e:
    print(e)
