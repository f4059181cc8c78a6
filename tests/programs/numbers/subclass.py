class Meters(int):
    def __add__(self, other):
        return Meters(int(self) + int(other))

    def __repr__(self):
        return f"Meters({int(self)})"


a = Meters(5)
print(a, a + 3, 3 + a, a * 2, 2 * a, a == 5, 5 == a, a < 6, -a, abs(Meters(-3)), hash(a) == hash(5))
print(a.bit_length(), int(a), float(a), [10, 20, 30, 40, 50, 60][a], a // 2, a % 3, a**2, divmod(a, 2))
print(isinstance(a, int), type(a + 1).__name__, type(a * 1).__name__, f"{a:04d}", "%d" % a, str(a))
b = Meters(10**20)
print(b, b + 1, b - 10**20, b > a, {5: "five"}[a])


class Half(float):
    def __new__(cls, value):
        return super().__new__(cls, value / 2)


h = Half(5)
print(h, h + 1, 1 + h, h * h, h == 2.5, h.is_integer(), round(h), int(h), type(h).__name__, type(h + 1).__name__)
print(bool(Half(0)), -h, abs(h), h < 3, f"{h:.3f}", repr(h), hash(h) == hash(2.5))
