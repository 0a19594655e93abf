# caught-by: names_the_leaf
# mistake: NaN does not seem to count.
# mistake[zh-CN]: NaN 似乎没有算进去。
import torch


def first_bad_module(model, x):
    found = []
    handles = []
    for name, module in model.named_modules():
        if next(module.children(), None) is not None:
            continue

        def look(module, args, output, name=name):
            if not found and torch.isinf(output).any():
                found.append(name)

        handles.append(module.register_forward_hook(look))
    try:
        with torch.no_grad():
            model(x)
    finally:
        for handle in handles:
            handle.remove()
    return found[0] if found else None
