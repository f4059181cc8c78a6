"""The last line of a user's exception."""


class MyError(Exception):
    def __str__(self):
        return "mine: " + self.args[0]


class Outer:
    class Error(MyError):
        pass


raise Outer.Error("text")
