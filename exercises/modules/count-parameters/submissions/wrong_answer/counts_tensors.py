# caught-by: counts_every_element
# mistake: You seem to count tensors, not their elements.
# mistake[zh-CN]: 你数的似乎是张量的个数，而不是元素的个数。
def count_trainable(model):
    return sum(1 for p in model.parameters() if p.requires_grad)
