# caught-by: leaves_the_input_alone
# mistake: You seem to write into the caller's tensor.
# mistake[zh-CN]: 你似乎写入了调用者的张量。
def relu(x):
    x.data[x <= 0] = 0
    return x
