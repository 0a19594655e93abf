# caught-by: counts_every_element
# mistake: You seem to return a `float` instead of an `int`.
# mistake[zh-CN]: 你返回的似乎是 `float`，而不是 `int`。
def count_trainable(model):
    return float(sum(p.numel() for p in model.parameters() if p.requires_grad))
