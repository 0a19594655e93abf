# caught-by: spares_the_biases
# mistake: The groups seem to hold copies instead of the parameters.
# mistake[zh-CN]: 参数组里似乎是副本，而不是参数本身。
def param_groups(model, lr, weight_decay):
    trained = [p.detach().clone().requires_grad_() for p in model.parameters() if p.requires_grad]
    return [
        {"params": [p for p in trained if p.ndim >= 2], "lr": lr, "weight_decay": weight_decay},
        {"params": [p for p in trained if p.ndim < 2], "lr": lr, "weight_decay": 0.0},
    ]
