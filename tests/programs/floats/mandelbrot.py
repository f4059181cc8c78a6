for y in range(-6, 7):
    line = ""
    for x in range(-16, 8):
        cr = x / 8
        ci = y / 5
        zr = zi = 0.0
        n = 0
        while n < 20 and zr * zr + zi * zi < 4.0:
            zr, zi = zr * zr - zi * zi + cr, 2.0 * zr * zi + ci
            n += 1
        line += " .:-=+*#%@"[n // 2 - (n == 20)]
    print(line)
