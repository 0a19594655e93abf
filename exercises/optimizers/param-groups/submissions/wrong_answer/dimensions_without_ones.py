# caught-by: spares_the_biases
# mistake: You seem to count dimensions without those of size 1.
# mistake[zh-CN]: 你似乎没有计入大小为 1 的维。


def param_groups(model, lr, weight_decay):
    d, r = [], []
    for p in model.parameters():
        if p.requires_grad:
            (d if p.squeeze().dim() >= 2 else r).append(p)
    return [dict(params=d, lr=lr, weight_decay=weight_decay), dict(params=r, lr=lr, weight_decay=0.0)]
