"""enum: Flag, IntFlag and StrEnum."""
from enum import Flag, IntFlag, StrEnum, auto


class Permission(Flag):
    READ = auto()
    WRITE = auto()
    RUN = auto()
    ALL = READ | WRITE | RUN


p = Permission.READ | Permission.WRITE
print(p, repr(p), Permission.READ in p, Permission.RUN in p, bool(p & Permission.RUN), p.value)
print(list(p), ~Permission.READ, Permission.ALL, p ^ Permission.READ, Permission(0), repr(Permission(0)), list(Permission))
print(Permission(5), Permission(7) is Permission.ALL, len(p))


class Mode(IntFlag):
    A = 1
    B = 2
    C = 4


m = Mode.A | Mode.C
print(m, repr(m), m + 1, Mode.B & 3, m == 5, Mode.A | 2, repr(Mode.A | 2))


class Name(StrEnum):
    FIRST = auto()
    SECOND = "2nd"


print(Name.FIRST, repr(Name.SECOND), Name.FIRST + "!", f"{Name.SECOND:>5}", Name("first"))
