# caught-by: asks_leaves_only
# mistake: A layer whose input is bad already does not seem to be named.
# mistake[zh-CN]: 输入已经坏了的层似乎没有被返回。
import torch


def first_bad_module(model, x):
    found = []
    handles = []
    for name, module in model.named_modules():
        if next(module.children(), None) is not None:
            continue

        def look(module, args, output, name=name):
            if not found and torch.isfinite(args[0]).all() and not torch.isfinite(output).all():
                found.append(name)

        handles.append(module.register_forward_hook(look))
    try:
        with torch.no_grad():
            model(x)
    finally:
        for handle in handles:
            handle.remove()
    return found[0] if found else None
