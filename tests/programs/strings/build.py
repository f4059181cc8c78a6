# Building long strings in all the usual ways.
parts = []
for i in range(300):
    parts.append(str(i))
text = ",".join(parts)
print(len(text), text[:20], text[-20:], text.count(","))
s = ""
for i in range(300):
    s += "€" if i % 50 == 0 else "x"
print(len(s), s.count("€"), s.find("€", 1), s.rfind("€"))
print(len("ab" * 1000), ("ab" * 1000).count("ba"), ("é€" * 7)[::3])
print("".join(chr(i) for i in range(0x20, 0x7F)))
print(text.replace(",", "")[:30], len(text.split(",")), "1" in text, ",300" in text)
