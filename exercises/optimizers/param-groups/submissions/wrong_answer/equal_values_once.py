# caught-by: names_each_parameter_once
# mistake: Parameters seem to be left out because they equal another one in value or shape.
# mistake[zh-CN]: 有的参数似乎因为与别的参数数值或形状相同而被漏掉了。
def param_groups(model, lr, weight_decay):
    trained = [p for p in model.parameters() if p.requires_grad]
    trained = list({(p.shape, float(p.sum())): p for p in trained}.values())
    return [
        {"params": [p for p in trained if p.ndim >= 2], "lr": lr, "weight_decay": weight_decay},
        {"params": [p for p in trained if p.ndim < 2], "lr": lr, "weight_decay": 0.0},
    ]
