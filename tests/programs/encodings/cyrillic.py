# coding: koi8-r
print('Привет', ascii('ж'), {'ключ': 1})
