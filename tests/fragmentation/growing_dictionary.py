"""A dictionary of 600 texts by texts"""

import gc

texts = {}
for i in range(600):
    texts["key %d" % i] = "value %d" % i
gc.collect()
