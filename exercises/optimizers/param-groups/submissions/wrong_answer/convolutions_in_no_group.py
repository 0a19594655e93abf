# caught-by: names_each_parameter_once
# mistake: Parameters with more than two dimensions seem to be in no group.
# mistake[zh-CN]: 超过 2 维的参数似乎不在任何组里。
def param_groups(model, lr, weight_decay):
    trained = [p for p in model.parameters() if p.requires_grad]
    return [
        {"params": [p for p in trained if p.ndim == 2], "lr": lr, "weight_decay": weight_decay},
        {"params": [p for p in trained if p.ndim < 2], "lr": lr, "weight_decay": 0.0},
    ]
