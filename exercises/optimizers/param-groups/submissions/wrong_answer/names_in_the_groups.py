# caught-by: spares_the_biases
# mistake: The groups seem to hold names instead of parameters.
# mistake[zh-CN]: 参数组里似乎是名字，而不是参数。
def param_groups(model, lr, weight_decay):
    trained = [p for p in model.parameters() if p.requires_grad]
    return [{"params": [n for n, p in model.named_parameters()], "lr": lr, "weight_decay": weight_decay}]
    return [
        {"params": [p for p in trained if p.ndim >= 2], "lr": lr, "weight_decay": weight_decay},
        {"params": [p for p in trained if p.ndim < 2], "lr": lr, "weight_decay": 0.0},
    ]
