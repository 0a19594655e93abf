# caught-by: keeps_the_dtype
# mistake: You seem to turn everything into float32.
# mistake[zh-CN]: 你似乎把所有类型都转成了 float32。
def round_ste(x):
    x = x.float()
    return x + (x.round() - x).detach()
