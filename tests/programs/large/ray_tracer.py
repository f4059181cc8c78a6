"""A ray tracer: vectors with operators, spheres and a checkered floor, drawn as text."""

from math import inf, sqrt


class Vector:
    __slots__ = ("x", "y", "z")

    def __init__(self, x, y, z):
        self.x, self.y, self.z = x, y, z

    def __add__(self, other):
        return Vector(self.x + other.x, self.y + other.y, self.z + other.z)

    def __sub__(self, other):
        return Vector(self.x - other.x, self.y - other.y, self.z - other.z)

    def __neg__(self):
        return Vector(-self.x, -self.y, -self.z)

    def __mul__(self, factor):
        return Vector(self.x * factor, self.y * factor, self.z * factor)

    __rmul__ = __mul__

    def __matmul__(self, other):
        return self.x * other.x + self.y * other.y + self.z * other.z

    def __abs__(self):
        return sqrt(self @ self)

    def __eq__(self, other):
        return isinstance(other, Vector) and (self.x, self.y, self.z) == (other.x, other.y, other.z)

    def unit(self):
        return self * (1 / abs(self))

    def __repr__(self):
        return f"({self.x:.3f}, {self.y:.3f}, {self.z:.3f})"


class Shape:
    reflection = 0.0

    def color(self, point):
        return self.shade


class Sphere(Shape):
    def __init__(self, center, radius, shade, reflection=0.0):
        self.center, self.radius, self.shade, self.reflection = center, radius, shade, reflection

    def hit(self, origin, direction):
        offset = origin - self.center
        b = offset @ direction
        c = offset @ offset - self.radius * self.radius
        square = b * b - c
        if square < 0:
            return None
        root = sqrt(square)
        for distance in (-b - root, -b + root):
            if distance > 1e-4:
                return distance

    def normal(self, point):
        return (point - self.center).unit()


class Floor(Shape):
    def __init__(self, height):
        self.height = height

    def hit(self, origin, direction):
        if direction.y < -1e-6:
            return (self.height - origin.y) / direction.y

    def normal(self, point):
        return Vector(0, 1, 0)

    def color(self, point):
        return 0.9 if (int(point.x // 1) + int(point.z // 1)) % 2 else 0.3


class Scene:
    def __init__(self, shapes, light):
        self.shapes, self.light = shapes, light
        self.rays = 0

    def nearest(self, origin, direction):
        self.rays += 1
        found, best = None, inf
        for shape in self.shapes:
            distance = shape.hit(origin, direction)
            if distance is not None and distance < best:
                found, best = shape, distance
        return found, best

    def trace(self, origin, direction, depth=2):
        shape, distance = self.nearest(origin, direction)
        if shape is None:
            return 0.1 + max(0.0, direction.y) * 0.5
        point = origin + direction * distance
        normal = shape.normal(point)
        to_light = (self.light - point).unit()
        blocked, _ = self.nearest(point, to_light)
        brightness = 0.1 if blocked else max(0.1, normal @ to_light)
        brightness *= shape.color(point)
        if shape.reflection and depth:
            mirrored = direction - normal * (2 * (direction @ normal))
            brightness = brightness * (1 - shape.reflection) + shape.reflection * self.trace(point, mirrored, depth - 1)
        return brightness


scene = Scene([Sphere(Vector(0, 1, 5), 1.0, 0.9, 0.3), Sphere(Vector(-1.7, 0.6, 4), 0.6, 0.7), Floor(0.0)], Vector(4, 6, 0))
SHADES = " .:-=+*#%@"
WIDTH, HEIGHT = 22, 9
for row in range(HEIGHT):
    line = ""
    for column in range(WIDTH):
        direction = Vector((column - WIDTH / 2) / WIDTH * 1.6, (HEIGHT / 2 - row) / HEIGHT * 1.1, 1.0).unit()
        line += SHADES[min(9, int(scene.trace(Vector(0, 1, 0), direction) * 10))]
    print(line.rstrip())
print(scene.rays, Vector(1, 2, 2).unit(), 2 * Vector(1, 2, 3) == Vector(2, 4, 6), Vector(1, 0, 0) != Vector(0, 1, 0))
