"""Five bodies attract each other; the energy of the system is printed before and after."""

import math

PI = 3.141592653589793
SOLAR_MASS = 4 * PI * PI
DAYS = 365.24


class Body:
    def __init__(self, name, x, y, z, vx, vy, vz, mass):
        self.name = name
        self.position = [x, y, z]
        self.velocity = [vx * DAYS, vy * DAYS, vz * DAYS]
        self.mass = mass * SOLAR_MASS

    def __repr__(self):
        return f"<{self.name} at {self.position[0]:.6f}, {self.position[1]:.6f}, {self.position[2]:.6f}>"


def bodies():
    return [
        Body("sun", 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 1.0),
        Body("jupiter", 4.84143144246472090, -1.16032004402742839, -0.103622044471123109,
             0.00166007664274403694, 0.00769901118419740425, -0.0000690460016972063023, 9.54791938424326609e-04),
        Body("saturn", 8.34336671824457987, 4.12479856412430479, -0.403523417114321381,
             -0.00276742510726411, 0.00499852801234917, 0.0000230417297573764, 2.85885980666130812e-04),
        Body("uranus", 12.8943695621391310, -15.1111514016986312, -0.223307578892655734,
             0.00296460137564762, 0.00237847173959481, -0.0000296589568540238, 4.36624404335156298e-05),
        Body("neptune", 15.3796971148509165, -25.9193146099879641, 0.179258772950371181,
             0.00268067772490389, 0.00162824170038242, -0.0000951592254519716, 5.15138902046611451e-05),
    ]


def offset_momentum(system):
    sun = system[0]
    for axis in range(3):
        total = sum(b.velocity[axis] * b.mass for b in system)
        sun.velocity[axis] = -total / SOLAR_MASS


def energy(system):
    total = 0.0
    for i, a in enumerate(system):
        total += 0.5 * a.mass * sum(v * v for v in a.velocity)
        for b in system[i + 1:]:
            d = [p - q for p, q in zip(a.position, b.position)]
            total -= a.mass * b.mass / math.sqrt(d[0] * d[0] + d[1] * d[1] + d[2] * d[2])
    return total


def advance(system, dt):
    for i, a in enumerate(system):
        for b in system[i + 1:]:
            dx = a.position[0] - b.position[0]
            dy = a.position[1] - b.position[1]
            dz = a.position[2] - b.position[2]
            square = dx * dx + dy * dy + dz * dz
            magnitude = dt / (square * math.sqrt(square))
            for body, other, sign in ((a, b, -1.0), (b, a, 1.0)):
                factor = sign * other.mass * magnitude
                body.velocity[0] += dx * factor
                body.velocity[1] += dy * factor
                body.velocity[2] += dz * factor
    for body in system:
        for axis in range(3):
            body.position[axis] += dt * body.velocity[axis]


system = bodies()
offset_momentum(system)
print(f"{energy(system):.9f}")
for step in range(20):
    advance(system, 0.01)
print(f"{energy(system):.9f}")
for body in system:
    print(body)
print(system[1].velocity)
