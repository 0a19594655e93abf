# caught-by: keeps_whole_numbers
# mistake: You seem to make floats of whole numbers.
# mistake[zh-CN]: 你似乎把整数变成了浮点数。
def relu(x):
    return x.double().masked_fill(x <= 0, 0).to(x.dtype)
