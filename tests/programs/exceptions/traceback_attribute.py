class C:
    pass


c = C()
c.a = c
print(
    c.a
    .a.missing.b
)
