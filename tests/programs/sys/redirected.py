"""print follows a replaced sys.stdout, also with separators, several arguments and flush."""
import sys


class Recorder:
    def __init__(self):
        self.text = ""

    def write(self, text):
        self.text += text
        return len(text)

    def flush(self):
        self.text += "!"


def noisy():
    print("one", 2, None, sep="-", end=";")
    print()
    print("flushed", flush=True)


def captured(function):
    recorder = Recorder()
    saved = sys.stdout
    sys.stdout = recorder
    try:
        function()
    finally:
        sys.stdout = saved
    return recorder.text


print(repr(captured(noisy)))
noisy()
print("to a file", file=sys.stdout)
recorder = Recorder()
print("a", "b", file=recorder, sep="+")
print(recorder.text)


class Broken:
    def write(self, text):
        raise ValueError("cannot write")

    def flush(self):
        pass


sys.stdout = Broken()
try:
    print("lost")
except ValueError as error:
    sys.stdout = sys.__stdout__
    print("ValueError", error)
