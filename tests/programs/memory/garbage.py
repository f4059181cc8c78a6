"""More objects than memory has room for."""


class Node:
    def __init__(self, value, next):
        self.value = value
        self.next = next


def chain(n):
    head = None
    for i in range(n):
        head = Node(i, head)
    return head


total = 0
for i in range(100):
    node = chain(200)
    node.next.next.loop = node
    while node:
        total += node.value
        node = node.next
print(total)
s = ""
for i in range(2000):
    s = str(i) + "-" + s[:50]
print(s)
d = {}
for i in range(20000):
    d[i % 50] = [i, (i,)]
print(sum(v[0] for v in d.values()))
