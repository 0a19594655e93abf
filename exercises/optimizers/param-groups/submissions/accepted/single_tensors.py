def param_groups(model, lr, weight_decay):
    return [
        dict(params=p, lr=lr, weight_decay=weight_decay if p.ndim > 1 else 0)
        for p in model.parameters()
        if p.requires_grad
    ]
