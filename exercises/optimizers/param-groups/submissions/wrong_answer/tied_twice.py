# caught-by: names_each_parameter_once
# mistake: A tied parameter seems to appear twice.
# mistake[zh-CN]: 共享的参数似乎出现了两次。
def param_groups(model, lr, weight_decay):
    trained = [p for p in [q for m in model.modules() for q in m.parameters(recurse=False)] if p.requires_grad]
    return [
        {"params": [p for p in trained if p.ndim >= 2], "lr": lr, "weight_decay": weight_decay},
        {"params": [p for p in trained if p.ndim < 2], "lr": lr, "weight_decay": 0.0},
    ]
