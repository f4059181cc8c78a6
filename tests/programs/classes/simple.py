"""A class with methods and attributes."""


class Point:
    dimension = 2

    def __init__(self, x, y):
        self.x = x
        self.y = y

    def add(self, other):
        return Point(self.x + other.x, self.y + other.y)

    def show(self):
        print("Point", self.x, self.y, self.dimension)


p = Point(1, 2)
q = p.add(Point(10, 20))
q.show()
q.x = 5
q.show()
Point.dimension = 3
q.show()
q.dimension = 4
q.show()
p.show()
print(p.__class__ is Point, type(q) is Point, Point.__name__, Point.__module__)
