# memoryview over bytes and bytearray.
def attempt(function, *args):
    try:
        print(function(*args))
    except Exception as error:
        print(type(error).__name__, error)


a = bytearray(b"abcdef")
v = memoryview(a)
print(len(v), v[0], v[-1], v.tolist(), v.tobytes(), v[1:4].tobytes(), v[::-2].tolist())
v[0] = 65
v[1:3] = b"12"
w = v[2:]
w[0] = 33
print(a, bytes(w), v == a, v == b"xx", v.nbytes, v.readonly, v.format, v.itemsize, v.shape)
r = memoryview(b"abc")
print(r.readonly, list(r), r.hex(), r.tolist(), 98 in r, hash(r) == hash(b"abc"))
attempt(r.__setitem__, 0, 1)
attempt(v.__getitem__, 10)
attempt(v.__getitem__, "a")
attempt(v.__setitem__, 0, 300)
attempt(v.__setitem__, 0, "a")
attempt(v.__setitem__, slice(0, 2), b"abc")
attempt(memoryview, "abc")
with memoryview(b"q") as m:
    print(m[0])
attempt(m.tobytes)
