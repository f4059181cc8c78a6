# Case beyond ASCII: special casing, titles, final sigma.
for text in ["ß", "ﬁx", "İstanbul", "ǆ", "ǅ", "ΌΔΟΣ", "ΑΣ. Σ", "ŉ", "straße", "ÿµ", "𐐀𐐨", "ᾳ", "ΐ"]:
    print(text.upper(), text.lower(), text.title(), text.capitalize(), text.casefold(), text.swapcase())
    print(text.isupper(), text.islower(), text.istitle())
