# caught-by: spares_the_biases
# mistake: You seem to ignore `weight_decay`.
# mistake[zh-CN]: 你似乎忽略了 `weight_decay`。
def param_groups(model, lr, weight_decay):
    trained = [p for p in model.parameters() if p.requires_grad]
    return [
        {"params": [p for p in trained if p.ndim >= 2], "lr": lr, "weight_decay": 0.01},
        {"params": [p for p in trained if p.ndim < 2], "lr": lr, "weight_decay": 0.0},
    ]
