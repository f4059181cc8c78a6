# Formatted strings.
x = 42
name = "wörld"
print(f"", f"plain", f"{x}", f"a{x}b", f"{x}{name}", f"{{{x}}}")
print(f"{name!r} {name!s} {name!a} {x!r:>6}|")
print(f"{x:5d}|{x:<5}|{x:^5}|{x:05}|{x:x}|{x:#b}|{3.14159:.2f}|{name:*^9}|")
width, precision = 10, 3
print(f"{2.71828:{width}.{precision}f}|{name:{'>'}{width}}|")
print(f"{x=} {x = } {x+1=} {name=!s} {x=:5}|")
print("a" f"{x}" "b{c}" f"{name}")
print(f"{'nested ' + f'{x}'} {[1, 2][0]} {({'k': 5})['k']}")
print(f"{x if x > 5 else 'small'} {(lambda v: v * 2)(x)} {len(name)}")
print(f"{None} {True} {1.5} {[1, 'a']} {(1,)}")
print(f"""multi
line {x}""")
y = f"{x}"
print(y == "42", y * 2)
