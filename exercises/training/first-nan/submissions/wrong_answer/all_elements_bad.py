# caught-by: names_the_leaf
# mistake: A layer seems to count only if all its numbers are bad.
# mistake[zh-CN]: 似乎只有全部数都坏了的层才算。
import torch


def first_bad_module(model, x):
    found = []
    handles = []
    for name, module in model.named_modules():
        if next(module.children(), None) is not None:
            continue

        def look(module, args, output, name=name):
            if not found and not torch.isfinite(output).any():
                found.append(name)

        handles.append(module.register_forward_hook(look))
    try:
        with torch.no_grad():
            model(x)
    finally:
        for handle in handles:
            handle.remove()
    return found[0] if found else None
