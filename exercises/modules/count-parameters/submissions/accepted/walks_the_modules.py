def count_trainable(model):
    """By hand, remembering which parameters were seen."""
    seen = {}
    for module in model.modules():
        for parameter in module.parameters(recurse=False):
            seen[id(parameter)] = parameter
    return sum(p.nelement() if p.requires_grad else 0 for p in seen.values())
