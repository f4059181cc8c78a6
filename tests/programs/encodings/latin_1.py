# -*- coding: latin-1 -*-
# A cookie names the encoding of a file.
text = 'café ÿ'
print(text, len(text), ascii(text))


def größe(straße):
    return straße + 1


print(größe(2), größe.__name__)
print(größe('é'))
