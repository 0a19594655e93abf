# caught-by: names_the_leaf
# mistake: The input of a layer seems to be looked at, not its output.
# mistake[zh-CN]: 查看的似乎是层的输入，而不是输出。
import torch


def first_bad_module(model, x):
    found = []
    handles = []
    for name, module in model.named_modules():
        if next(module.children(), None) is not None:
            continue

        def look(module, args, output, name=name):
            if not found and not torch.isfinite(args[0]).all():
                found.append(name)

        handles.append(module.register_forward_hook(look))
    try:
        with torch.no_grad():
            model(x)
    finally:
        for handle in handles:
            handle.remove()
    return found[0] if found else None
