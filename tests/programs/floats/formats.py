x = 1234.5678
for spec in ("", ".2f", "10.1f", "<10.1f", "^12.3e", "+.0f", ",.2f", "_", "010.1f", "g", ".3g", "G", "%", ".1%", "#.0f", "n", "e", "E", ".10", "z.1f", "=+12.2f", "*>12.1f"):
    print(spec, format(x, spec), format(-x / 1e6, spec), format(1e20, spec))
for x in (0.0, -0.0, float("inf"), float("-inf"), float("nan")):
    print(f"{x} {x:f} {x:e} {x:g} {x:08.2f} {x:+} {x:F} {x:.0f} {x:%}")
print("%f %e %g %10.3f|%-10.2f|%+.1f %05.1f %G" % (1.5, 1.5, 1.5, 3.14159, 2.5, 2.5, 2.5, 1e-10))
for spec in ("d", "x", "s", "5", "10.3", ".", "Q", ",d"):
    try:
        print(format(2.5, spec))
    except ValueError as e:
        print(e)
