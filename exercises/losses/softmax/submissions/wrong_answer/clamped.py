# caught-by: survives_large_numbers
# mistake: You seem to clamp large numbers: differences between them are lost.
# mistake[zh-CN]: 你似乎把很大的数截断了：它们之间的差别丢失了。
def softmax(x, dim):
    e = x.clamp(-80, 80).exp() * (x != float("-inf"))
    return e / e.sum(dim, keepdim=True)
