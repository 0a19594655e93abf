"""One hook for all, which looks the name up."""

import torch


def first_bad_module(model, x):
    names = {module: name for name, module in model.named_modules() if len(module._modules) == 0}
    order = []

    def hook(module, _, output):
        order.append((names[module], bool(output.isfinite().all())))

    handles = [module.register_forward_hook(hook) for module in names]
    with torch.inference_mode():
        model(x)
    for handle in handles:
        handle.remove()
    return next((name for name, fine in order if not fine), None)
