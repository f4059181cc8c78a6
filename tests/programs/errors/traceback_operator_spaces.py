x = None
y = 2 *  (1   //  (x))
