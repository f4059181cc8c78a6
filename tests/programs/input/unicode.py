"""Input is UTF-8; what is not raises UnicodeDecodeError"""

import sys

print(ascii(input()), len(sys.stdin.readline()))
print(ascii(sys.stdin.read(2)), ascii(sys.stdin.readline()))
