import math

print(math.pi, math.e, math.tau, math.inf)
print(math.sqrt(2), math.sqrt(10**10), math.isqrt(10**20 + 5), math.cbrt(8), math.hypot(3, 4), math.hypot(1, 2, 3))
print(math.floor(2.7), math.floor(-2.7), math.ceil(2.1), math.ceil(-2.1), math.trunc(-2.7), math.floor(10**20), math.fabs(-3))
print(math.exp(1), math.exp(0), math.exp(-745), math.log(10), math.log(8, 2), math.log2(1024), math.log10(1000), math.log1p(1e-10))
print(math.sin(0.5), math.cos(0.5), math.tan(0.5), math.asin(0.5), math.acos(0.5), math.atan(0.5), math.atan2(-1, -1))
print(math.sin(1e22), math.cos(math.pi), math.degrees(math.pi), math.radians(90))
print(math.factorial(25), math.comb(50, 25), math.perm(10, 3), math.gcd(48, 36, 120), math.lcm(4, 6, 10), math.prod([1, 2, 3, 4]))
print(math.modf(3.75), math.frexp(10.0), math.ldexp(0.75, 5), math.copysign(2, -0.0), math.fmod(-7, 3), math.remainder(7, 4))
print(math.isnan(math.inf), math.isinf(-math.inf), math.isfinite(1.0), math.isclose(0.1 + 0.2, 0.3), math.nextafter(1, 2), math.ulp(1.0))
print(math.fsum([0.1] * 10), math.dist((1, 2), (4, 6)), math.pow(2, 0.5), math.gamma(5), math.lgamma(10), math.erf(0.5))
