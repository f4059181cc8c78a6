"""bytearray *= n changes the object itself."""
a = b = bytearray(b"ab")
a *= 3
print(a, b, a is b)
a *= 0
print(b)
a += b"x"
a *= True
print(b, a is b)
