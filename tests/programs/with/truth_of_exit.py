# The result of __exit__ is tested for its truth.
class Result:
    def __init__(self, value):
        self.value = value

    def __bool__(self):
        print("bool")
        if self.value is None:
            raise TypeError("no truth")
        return self.value


class M:
    def __init__(self, result):
        self.result = result

    def __enter__(self):
        return self

    def __exit__(self, *args):
        return self.result


for result in ([], [1], "", "x", 0, Result(True), Result(False), Result(None)):
    try:
        with M(result):
            raise KeyError("k")
        print("suppressed")
    except Exception as e:
        print(repr(e), repr(e.__context__))
with M(Result(None)):
    print("not tested")
