# caught-by: counts_every_element
# mistake: You seem to count only the first axis of each parameter.
# mistake[zh-CN]: 你似乎只数了每个参数的第一个轴。
def count_trainable(model):
    return sum(len(p) if p.dim() else 1 for p in model.parameters() if p.requires_grad)
