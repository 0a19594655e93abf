import torch


def capture(model, names, x):
    modules = dict(model.named_modules())
    wanted = {name: modules[name] for name in names}
    record = {}
    handles = [
        module.register_forward_hook(lambda _, __, out, name=name: record.__setitem__(name, out.detach().clone()))
        for name, module in wanted.items()
    ]
    try:
        with torch.no_grad():
            model(x)
    finally:
        [handle.remove() for handle in handles]
    return record
