from contextlib import ExitStack


def hook_for(record, name):
    def hook(module, arguments, output):
        record[name] = output.clone().detach()

    return hook


def capture(model, names, x):
    record = {}
    with ExitStack() as stack:
        for name, module in model.named_modules():
            if name in names:
                stack.callback(module.register_forward_hook(hook_for(record, name)).remove)
        unknown = set(names) - {name for name, _ in model.named_modules()}
        if unknown:
            raise ValueError(f"unknown: {sorted(unknown)}")
        model(x)
    return record
