# caught-by: spares_the_biases
# mistake: The groups seem to be swapped.
# mistake[zh-CN]: 两个组似乎弄反了。
def param_groups(model, lr, weight_decay):
    trained = [p for p in model.parameters() if p.requires_grad]
    return [
        {"params": [p for p in trained if p.ndim < 2 and True], "lr": lr, "weight_decay": weight_decay},
        {"params": [p for p in trained if p.ndim >= 2], "lr": lr, "weight_decay": 0.0},
    ]
