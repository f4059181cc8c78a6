"""An engine for LED patterns: generators that compose, a strip that shows them as text."""

from collections_small import deque


class Strip:
    """A row of LEDs, each an (r, g, b)."""

    def __init__(self, length):
        self.pixels = [(0, 0, 0)] * length
        self.frames = 0

    def __len__(self):
        return len(self.pixels)

    def __setitem__(self, where, color):
        if isinstance(where, slice):
            for i in range(*where.indices(len(self))):
                self.pixels[i] = color
        else:
            self.pixels[where] = color

    def __getitem__(self, where):
        return self.pixels[where]

    def show(self):
        self.frames += 1
        text = "".join(" .:oO@"[min(5, (r + g + b) // 128)] for r, g, b in self.pixels)
        print(f"{self.frames:3d} |{text}|")


def wheel(position):
    position &= 255
    if position < 85:
        return 255 - position * 3, 0, position * 3
    if position < 170:
        position -= 85
        return 0, position * 3, 255 - position * 3
    position -= 170
    return position * 3, 255 - position * 3, 0


def scale(color, percent):
    return tuple(c * percent // 100 for c in color)


def chase(strip, color, tail=3):
    for head in range(len(strip) + tail):
        strip[:] = (0, 0, 0)
        for k in range(tail):
            if 0 <= head - k < len(strip):
                strip[head - k] = scale(color, 100 >> k)
        yield


def rainbow(strip, steps):
    for step in range(steps):
        for i in range(len(strip)):
            strip[i] = wheel(i * 256 // len(strip) + step * 16)
        yield


def breathe(strip, color, steps):
    levels = [100 * min(i, steps - i) * 2 // steps for i in range(steps + 1)]
    for level in levels:
        strip[:] = scale(color, level)
        yield


def sequence(*patterns):
    for pattern in patterns:
        yield from pattern


def every(n, pattern):
    for i, _ in enumerate(pattern):
        if i % n == 0:
            yield


def run(strip, pattern, limit=100):
    for _ in pattern:
        strip.show()
        limit -= 1
        if not limit:
            print("stopped")
            break


strip = Strip(12)
run(strip, sequence(chase(strip, (255, 255, 255)), rainbow(strip, 3)))
run(strip, every(3, breathe(strip, (200, 100, 255), 16)))
run(strip, rainbow(strip, 1000), limit=2)
history = deque(maxlen=3)
for pixel in strip:
    history.append(pixel)
print(strip.frames, list(history), strip[-1], strip[::5])
