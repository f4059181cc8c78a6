def multiply(a, b):
    return a * b


print(multiply(46340, 46340), multiply(-46341, 46340), multiply(0, -5))
print(multiply(-32768, 65536), multiply(65535, 32768))
