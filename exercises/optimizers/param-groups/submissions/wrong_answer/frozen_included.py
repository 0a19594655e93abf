# caught-by: leaves_frozen_parameters_out
# mistake: Frozen parameters seem to be included.
# mistake[zh-CN]: 似乎包含了被冻结的参数。
def param_groups(model, lr, weight_decay):
    trained = [p for p in model.parameters()]
    return [
        {"params": [p for p in trained if p.ndim >= 2], "lr": lr, "weight_decay": weight_decay},
        {"params": [p for p in trained if p.ndim < 2], "lr": lr, "weight_decay": 0.0},
    ]
