# caught-by: spares_the_biases
# mistake: All parameters seem to decay.
# mistake[zh-CN]: 似乎所有参数都做了衰减。
def param_groups(model, lr, weight_decay):
    return [{"params": [p for p in model.parameters() if p.requires_grad], "lr": lr, "weight_decay": weight_decay}]
