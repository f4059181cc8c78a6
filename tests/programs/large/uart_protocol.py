"""A line protocol as on a serial port: framing, checksums, commands, errors."""


class ProtocolError(Exception):
    code = 1


class ChecksumError(ProtocolError):
    code = 2


class UnknownCommand(ProtocolError):
    code = 3


def checksum(data):
    total = 0
    for byte in data:
        total = (total << 1 | total >> 7) & 0xFF ^ byte
    return total


def frame(text):
    body = text.encode("ascii")
    return b"$" + body + b"*%02X\n" % checksum(body)


class Receiver:
    """Turns bytes into lines, as an interrupt handler would feed them."""

    def __init__(self, size=64):
        self.buffer = bytearray()
        self.size = size
        self.overruns = 0

    def feed(self, data):
        for byte in data:
            if byte == 0x24:
                self.buffer.clear()
            if len(self.buffer) >= self.size:
                self.overruns += 1
                self.buffer.clear()
                continue
            self.buffer.append(byte)
            if byte == 10:
                line, self.buffer = bytes(self.buffer), bytearray()
                yield line


class Device:
    commands = {}

    def command(name, table=commands):
        def register(function):
            table[name] = function
            return function
        return register

    def __init__(self):
        self.registers = dict.fromkeys(range(4), 0)
        self.log = []

    @command("GET")
    def get(self, register):
        return self.registers[int(register)]

    @command("SET")
    def set(self, register, value):
        key = int(register)
        old, self.registers[key] = self.registers[key], int(value, 0)
        return old

    @command("SUM")
    def sum(self, *registers):
        return sum(self.registers[int(r)] for r in registers or self.registers)

    @command("ECHO")
    def echo(self, *words):
        return " ".join(words)

    def handle(self, line):
        body, star, check = line.strip().lstrip(b"$").partition(b"*")
        if not star:
            raise ProtocolError("no checksum")
        if int(check, 16) != checksum(body):
            raise ChecksumError(f"got {check.decode()}, want {checksum(body):02X}")
        name, *arguments = body.decode().split()
        try:
            handler = self.commands[name]
        except KeyError:
            raise UnknownCommand(name) from None
        return handler(self, *arguments)

    def serve(self, line):
        try:
            result = self.handle(line)
        except ProtocolError as error:
            self.log.append(error)
            return frame(f"ERR {error.code} {error}")
        except (ValueError, KeyError, TypeError) as error:
            self.log.append(error)
            return frame(f"ERR 9 {type(error).__name__}")
        else:
            return frame(f"OK {result}")


wire = b"noise" + b"".join([
    frame("SET 1 0x2A"), frame("GET 1"), frame("SET 2 1000"), frame("SUM"), frame("SUM 1 1"), frame("ECHO hello world"),
    frame("GET 9"), frame("GET one"), frame("FLY"), b"$GET 1*00\n", b"$GET 1\n", frame("SET 1"), b"x" * 80 + b"\n", frame("GET 2"),
])
device, receiver = Device(), Receiver()
for start in range(0, len(wire), 7):
    for line in receiver.feed(wire[start:start + 7]):
        print(line, "->", device.serve(line))
print(receiver.overruns, device.registers)
for error in device.log:
    print(repr(error), error.__cause__, error.__suppress_context__)
