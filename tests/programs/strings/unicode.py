print("äöü ß é", "→ ∑", "🐍 mixed ä→🐍")
s = "größe"
print(s == "größe", s == "grosse", s < "grz")
