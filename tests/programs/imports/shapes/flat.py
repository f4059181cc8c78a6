"""A submodule."""
import shapes

print("flat begins", __name__, __package__, hasattr(shapes, "UNIT"))


class Square:
    def __init__(self, side):
        self.side = side

    def area(self):
        return self.side**2


def unit():
    return shapes.UNIT
