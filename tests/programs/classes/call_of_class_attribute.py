"""Calls of `__class__`"""
number = 5
print(number.__class__("7"))
try:
    raise Exception(None, None)
except Exception as error:
    raise error.__class__("a") from None
