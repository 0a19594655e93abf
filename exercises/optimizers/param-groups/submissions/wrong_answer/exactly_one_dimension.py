# caught-by: looks_at_the_tensor
# mistake: You seem to look for exactly one dimension; a single number has none.
# mistake[zh-CN]: 你似乎只找恰好 1 维的；单个数是 0 维。


def param_groups(model, lr, weight_decay):
    ps = [p for p in model.parameters() if p.requires_grad]
    return [
        dict(params=[p for p in ps if p.dim() >= 2], lr=lr, weight_decay=weight_decay),
        dict(params=[p for p in ps if p.dim() == 1], lr=lr, weight_decay=0.0),
    ]
