# caught-by: spares_the_biases
# mistake: The group without decay seems to name none: the optimizer's default applies.
# mistake[zh-CN]: 不衰减的组似乎没有写 weight_decay：会用优化器的默认值。
def param_groups(model, lr, weight_decay):
    trained = [p for p in model.parameters() if p.requires_grad]
    return [
        {"params": [p for p in trained if p.ndim >= 2], "lr": lr, "weight_decay": weight_decay},
        {"params": [p for p in trained if p.ndim < 2], "lr": lr},
    ]
