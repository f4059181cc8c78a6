größe = 'ä'
print('ö', größe - 1)
