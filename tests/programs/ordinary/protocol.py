"""Protocol code: frames with checksums, a state machine, a generator as a decoder, bytes."""
import struct
from enum import IntEnum


class Type(IntEnum):
    HELLO = 1
    DATA = 2
    ACK = 3
    BYE = 0x7F


START = 0x7E
ESCAPE = 0x7D


def crc16(data, crc=0xFFFF):
    for byte in data:
        crc ^= byte << 8
        for _ in range(8):
            crc = (crc << 1 ^ 0x1021 if crc & 0x8000 else crc << 1) & 0xFFFF
    return crc


class Frame:
    header = struct.Struct(">BBH")

    def __init__(self, kind, sequence=0, payload=b""):
        self.kind = Type(kind)
        self.sequence = sequence
        self.payload = bytes(payload)

    def encode(self):
        body = self.header.pack(self.kind, self.sequence & 0xFF, len(self.payload)) + self.payload
        body += crc16(body).to_bytes(2, "big")
        out = bytearray([START])
        for byte in body:
            if byte in (START, ESCAPE):
                out += bytes((ESCAPE, byte ^ 0x20))
            else:
                out.append(byte)
        return bytes(out)

    @classmethod
    def decode(cls, body):
        if len(body) < cls.header.size + 2:
            raise ValueError(f"short frame of {len(body)} bytes")
        *_, high, low = body
        if crc16(body[:-2]) != (high << 8 | low):
            raise ValueError("bad checksum %04x" % (high << 8 | low))
        kind, sequence, length = cls.header.unpack_from(body)
        payload = body[cls.header.size:-2]
        if length != len(payload):
            raise ValueError("bad length")
        return cls(kind, sequence, payload)

    def __repr__(self):
        return f"Frame({self.kind.name}, {self.sequence}, {self.payload!r})"


def decoder():
    """Receives bytes; yields a frame, an error or None for each."""
    body, escaped, result = None, False, None
    while True:
        byte = yield result
        result = None
        if byte == START:
            if body:
                try:
                    result = Frame.decode(bytes(body))
                except ValueError as error:
                    result = error
            body, escaped = bytearray(), False
        elif body is None:
            continue
        elif byte == ESCAPE:
            escaped = True
        else:
            body.append(byte ^ 0x20 if escaped else byte)
            escaped = False


class Connection:
    def __init__(self):
        self.state = self.closed
        self.received = []
        self.log = []

    def __call__(self, frame):
        before = self.state.__name__
        reply = self.state(frame)
        self.log.append(f"{before}->{self.state.__name__}")
        return reply

    def closed(self, frame):
        if frame.kind is Type.HELLO:
            self.state = self.open
            return Frame(Type.ACK, frame.sequence)

    def open(self, frame):
        match frame.kind:
            case Type.DATA:
                self.received.append(frame.payload)
                return Frame(Type.ACK, frame.sequence)
            case Type.BYE:
                self.state = self.closed
                return Frame(Type.BYE)
            case other:
                raise RuntimeError(f"unexpected {other!r}")


frames = [Frame(Type.DATA, 9, b"early"), Frame(1), Frame(2, 1, b"hello ~}"), Frame(2, 255, bytes(range(120, 130))), Frame(Type.BYE, 3)]
stream = b"\x00junk" + b"".join(f.encode() for f in frames)
damaged = bytearray(stream)
damaged[stream.index(b"hello")] ^= 1
for data in (stream, bytes(damaged)):
    d, connection = decoder(), Connection()
    next(d)
    for byte in data + b"~":
        match d.send(byte):
            case Frame() as frame:
                print(frame, "->", connection(frame))
            case ValueError() as error:
                print("error:", error)
    print(connection.received, connection.log)
print(Frame(2, 1, b"\x7e\x7d").encode().hex(" "), hex(crc16(b"123456789")), memoryview(stream)[5:9].tobytes())
try:
    Connection().open(Frame(3))
except RuntimeError as error:
    print(error)
try:
    Frame(99)
except ValueError as error:
    print(error)
