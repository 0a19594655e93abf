# caught-by: spares_the_norms
# mistake: Parameters with more than two dimensions seem not to decay.
# mistake[zh-CN]: 超过 2 维的参数似乎没有衰减。
def param_groups(model, lr, weight_decay):
    trained = [p for p in model.parameters() if p.requires_grad]
    return [
        {"params": [p for p in trained if p.ndim == 2], "lr": lr, "weight_decay": weight_decay},
        {"params": [p for p in trained if p.ndim != 2], "lr": lr, "weight_decay": 0.0},
    ]
