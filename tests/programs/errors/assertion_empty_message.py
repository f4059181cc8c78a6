assert False, ''
