def freeze_except(model, names):
    known = {name for name, _ in model.named_modules()}
    missing = set(names) - known
    if missing:
        raise KeyError(sorted(missing))
    paths = [name.split(".") for name in names]
    result = []
    for name, p in model.named_parameters():
        steps = name.split(".")
        keep = any(steps[: len(path)] == path for path in paths)
        p.requires_grad = keep
        result += [p] if keep else []
    return result
