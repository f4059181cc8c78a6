# Also a module for the other programs here.
print("helper runs")
VALUE = 4


def double(x):
    return x * 2


def get():
    return VALUE
