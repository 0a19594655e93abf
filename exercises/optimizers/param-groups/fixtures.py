"""Models, and what an optimizer makes of the learner's groups. Nothing here knows what is right."""


def model(kind):
    """A model with different sorts of parameters; no linear layer is called weight or bias in an odd place."""
    if kind == "linear":
        return nn.Sequential(nn.Linear(4, 6), nn.ReLU(), nn.Linear(6, 3))
    if kind == "norms":
        parts = (
            nn.Conv2d(3, 8, 3),
            nn.BatchNorm2d(8),
            nn.GroupNorm(2, 8),
            nn.Flatten(),
            nn.LayerNorm(8),
            nn.Linear(8, 2),
        )
        return nn.Sequential(*parts)
    if kind == "gru":
        return nn.GRU(3, 5, num_layers=2, bidirectional=True)
    if kind == "no_bias":
        return nn.Sequential(nn.Linear(4, 4, bias=False), nn.Linear(4, 1, bias=False))
    if kind == "norm_only":
        return nn.LayerNorm(7)
    if kind == "bias_in_the_name":
        return nn.ModuleDict({"bias_net": nn.Linear(4, 2), "norm_head": nn.Linear(2, 3), "scale": nn.BatchNorm1d(3)})
    if kind == "tied":
        tied = nn.Sequential(nn.Linear(5, 5), nn.LayerNorm(5), nn.Linear(5, 5), nn.LayerNorm(5))
        tied[2].weight, tied[3].weight = tied[0].weight, tied[1].weight
        return tied
    frozen = nn.Sequential(nn.Linear(4, 6), nn.LayerNorm(6), nn.Linear(6, 6), nn.LayerNorm(6))
    for parameter in (*frozen[0].parameters(), frozen[3].weight):
        parameter.requires_grad = False
    return frozen


def parameters(model):
    """Name, shape and requires_grad of every parameter, tied ones once."""
    return [(name, tuple(p.shape), p.requires_grad) for name, p in model.named_parameters()]


def groups(param_groups, model, lr, weight_decay):
    """For each entry of the groups: the parameter's name (None: not the model's), rate and decay; and any refusal."""
    names = {id(p): name for name, p in model.named_parameters()}
    found = [dict(group) for group in param_groups(model, lr, weight_decay)]
    for group in found:
        # torch.optim takes a single tensor as well as an iterable of them.
        one = isinstance(group["params"], torch.Tensor)
        group["params"] = [group["params"]] if one else list(group["params"])
    try:
        optimizer = torch.optim.SGD(found, lr=777.0, weight_decay=555.0)
    except (ValueError, TypeError, KeyError) as error:
        return [], f"{type(error).__name__}: {error}"
    return [
        (names.get(id(p)), float(group["lr"]), float(group["weight_decay"]))
        for group in optimizer.param_groups
        for p in group["params"]
    ], ""
