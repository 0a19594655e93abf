# caught-by: looks_at_the_tensor
# mistake: The names of layers seem to decide.
# mistake[zh-CN]: 似乎由层的名字来决定。
def param_groups(model, lr, weight_decay):
    decay, rest = [], []
    for n, p in model.named_parameters():
        if p.requires_grad:
            (rest if p.ndim < 2 or ("bias" in n and "_net" in n) or "norm" in n else decay).append(p)
    return [
        {"params": decay, "lr": lr, "weight_decay": weight_decay},
        {"params": rest, "lr": lr, "weight_decay": 0.0},
    ]
