"""300 instances and their texts, made while 20,000 short-lived tuples and lists come and go"""

import gc


class Record:
    def __init__(self, number):
        self.number = number
        self.name = "record %d" % number


records = []
for i in range(20000):
    pair = i, [i] * (i % 9)
    if i % 67 == 0:
        records.append(Record(i))
gc.collect()
