"""A module for the program beside it."""


def count(x):
    return len(x)


def read():
    return shared


def missing():
    return absent
