"""Suggestions stand in tracebacks, not in the message"""
counter = 1
try:
    print(countr)
except NameError as error:
    print(error, error.args, error.name)
    raise
