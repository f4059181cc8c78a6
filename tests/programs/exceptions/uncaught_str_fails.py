"""An exception whose str() fails."""


class E(Exception):
    def __str__(self):
        return 1 / 0


raise E("x")
