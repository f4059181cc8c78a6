def function(alpha, beta, gamma, delta):
    return alpha


function(1)
