# caught-by: spares_the_biases
# mistake: The parameters without decay seem to be in no group.
# mistake[zh-CN]: 不衰减的参数似乎不在任何组里。
def param_groups(model, lr, weight_decay):
    trained = [p for p in model.parameters() if p.requires_grad]
    return [
        {"params": [p for p in trained if p.ndim >= 2], "lr": lr, "weight_decay": weight_decay},
    ]
