"""A PID controller that heats a simulated oven, in floats and in fixed point."""


class PID:
    def __init__(self, kp, ki, kd, *, low=0.0, high=100.0):
        self.kp, self.ki, self.kd = kp, ki, kd
        self.low, self.high = low, high
        self.integral = 0.0
        self.previous = None
        self.target = 0.0

    @property
    def target(self):
        return self._target

    @target.setter
    def target(self, value):
        if value < 0:
            raise ValueError(f"target {value} is below absolute sense")
        self._target = value
        self.integral = 0.0

    def __call__(self, measured, dt):
        error = self._target - measured
        self.integral += error * dt
        derivative = 0.0 if self.previous is None else (measured - self.previous) / dt
        self.previous = measured
        output = self.kp * error + self.ki * self.integral - self.kd * derivative
        if output > self.high:
            self.integral -= error * dt
            return self.high
        return max(output, self.low)


class Oven:
    ambient = 20.0

    def __init__(self):
        self.temperature = self.ambient

    def step(self, power, dt):
        loss = (self.temperature - self.ambient) * 0.05
        self.temperature += (power * 0.4 - loss) * dt


def bar(value, scale=5):
    return "#" * round(value / scale)


pid, oven = PID(4.0, 0.3, 1.0), Oven()
for target in 60.0, 40.0:
    pid.target = target
    for tick in range(40):
        power = pid(oven.temperature, 0.5)
        oven.step(power, 0.5)
        if tick % 5 == 0:
            print(f"{tick * 0.5:5.1f}s {oven.temperature:6.2f}C {power:6.1f}% {bar(oven.temperature)}")
try:
    pid.target = -1
except ValueError as error:
    print("refused:", error)


class FixedPID(PID):
    """The same with integers of 1/256."""
    ONE = 256

    def __call__(self, measured, dt):
        error = int(self._target * self.ONE) - measured
        self.integral += error
        output = (error * int(self.kp * self.ONE) >> 8) + (int(self.integral) * int(self.ki * self.ONE) >> 9)
        return min(max(output, 0), 100 * self.ONE)


fixed = FixedPID(4.0, 0.3, 0.0)
fixed.target = 55
temperature = 20 * 256
for tick in range(60):
    power = fixed(temperature, 1)
    temperature += (power * 2 // 5 - (temperature - 20 * 256) // 20) // 2
    if tick % 10 == 9:
        print(tick, temperature, power, temperature // 256)
