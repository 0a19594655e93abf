# caught-by: counts_every_element
# mistake: Parameters of nested modules seem to be missing.
# mistake[zh-CN]: 似乎漏掉了嵌套模块的参数。
def count_trainable(model):
    own = list(model.parameters(recurse=False))
    for child in model.children():
        own += child.parameters(recurse=False)
    return sum(p.numel() for p in own if p.requires_grad)
