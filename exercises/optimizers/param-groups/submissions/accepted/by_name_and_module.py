from torch import nn

NORMS = (nn.modules.batchnorm._NormBase, nn.LayerNorm, nn.GroupNorm)


def param_groups(model, lr, weight_decay):
    decay, rest, seen = [], [], set()
    for module in model.modules():
        for name, p in module.named_parameters(recurse=False):
            if not p.requires_grad or p in seen:
                continue
            seen.add(p)
            (rest if isinstance(module, NORMS) or name.startswith("bias") else decay).append(p)
    groups = [(decay, weight_decay), (rest, 0.0)]
    return [dict(params=params, lr=lr, weight_decay=value) for params, value in groups if params]
