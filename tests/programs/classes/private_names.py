# Private names carry the class's name.
class _Base:
    __count = 1

    def bump(self):
        self.__count += 1
        return self.__count


class Derived(_Base):
    def __init__(self):
        self.__count = "derived"


d = Derived()
print(d.bump(), sorted(d.__dict__))
