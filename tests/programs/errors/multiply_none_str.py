x = 'a'
y = None * x
