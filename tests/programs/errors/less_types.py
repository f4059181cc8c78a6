x = 5
if x < 'a':
    print('no')
