"""The Mandelbrot set in text, with floats, with complex numbers and in fixed point."""

WIDTH, HEIGHT, LIMIT = 24, 9, 16
SHADES = " .:-=+*#%@"


def by_floats(column, row):
    cr = column * 3.0 / WIDTH - 2.2
    ci = row * 2.4 / HEIGHT - 1.2
    zr = zi = 0.0
    for i in range(LIMIT):
        zr, zi = zr * zr - zi * zi + cr, 2.0 * zr * zi + ci
        if zr * zr + zi * zi > 4.0:
            return i
    return LIMIT


def by_complex(column, row):
    c = complex(column * 3.0 / WIDTH - 2.2, row * 2.4 / HEIGHT - 1.2)
    z = 0j
    for i in range(LIMIT):
        z = z * z + c
        if abs(z) > 2:
            return i
    return LIMIT


def by_integers(column, row, bits=12):
    one = 1 << bits
    cr = column * 3 * one // WIDTH - 22 * one // 10
    ci = row * 24 * one // (10 * HEIGHT) - 12 * one // 10
    zr = zi = 0
    for i in range(LIMIT):
        zr, zi = (zr * zr - zi * zi >> bits) + cr, (2 * zr * zi >> bits) + ci
        if zr * zr + zi * zi > 4 << 2 * bits:
            return i
    return LIMIT


for method in by_floats, by_integers:
    print(method.__name__)
    for row in range(HEIGHT):
        line = [method(column, row) for column in range(WIDTH)]
        print("".join(SHADES[n * (len(SHADES) - 1) // LIMIT] for n in line).rstrip())
print([by_complex(column, 4) for column in range(0, WIDTH, 3)])
