"""sys.stdin can be replaced: input() reads from it"""

import io
import sys

sys.stdin = io.StringIO("one\ntwo\n")
print(input("> "), input())
try:
    input()
except EOFError as error:
    print(error)


class Lines:
    def readline(self):
        return "made up\n"


sys.stdin = Lines()
print(input(), input())
sys.stdin = sys.__stdin__
print(input())
sys.stdout = io.StringIO()
input("prompt")
text, sys.stdout = sys.stdout.getvalue(), sys.__stdout__
print(repr(text))
