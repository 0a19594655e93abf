# caught-by: leaves_frozen_parameters_out
# mistake: The frozen parameters seem to be in a group.
# mistake[zh-CN]: 被冻结的参数似乎在某个组里。
def param_groups(model, lr, weight_decay):
    trained = [p for p in model.parameters() if p.requires_grad]
    return [
        {"params": [p for p in trained if p.ndim >= 2], "lr": lr, "weight_decay": weight_decay},
        {
            "params": [p for p in trained if p.ndim < 2] + [p for p in model.parameters() if not p.requires_grad],
            "lr": lr,
            "weight_decay": 0.0,
        },
    ]
