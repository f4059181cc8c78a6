# coding: utf-8
print('é', ascii('é'))
