"""C3 order of a diamond, with cooperative super()."""


class Base:
    def go(self, log):
        log.append("Base")


class Left(Base):
    def go(self, log):
        log.append("Left")
        super().go(log)


class Right(Base):
    def go(self, log):
        log.append("Right")
        super().go(log)


class Bottom(Left, Right):
    def go(self, log):
        log.append("Bottom")
        super().go(log)


log = []
Bottom().go(log)
print(log)
print(Bottom.__mro__)
print(Bottom.mro() == list(Bottom.__mro__), Bottom.__bases__, Bottom.__base__)
