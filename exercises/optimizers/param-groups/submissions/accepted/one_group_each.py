def param_groups(model, lr, weight_decay):
    groups = []
    for p in model.parameters():
        if p.requires_grad:
            groups.append({"params": [p], "lr": lr, "weight_decay": weight_decay if p.dim() > 1 else 0})
    return groups
