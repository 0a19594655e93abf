# caught-by: names_the_first
# mistake: The order of registration seems to decide, not that of execution.
# mistake[zh-CN]: 起决定作用的似乎是注册顺序，而不是执行顺序。
import torch


def first_bad_module(model, x):
    found = []
    handles = []
    for name, module in model.named_modules():
        if next(module.children(), None) is not None:
            continue

        def look(module, args, output, name=name):
            if not torch.isfinite(output).all():
                found.append(name)

        handles.append(module.register_forward_hook(look))
    try:
        with torch.no_grad():
            model(x)
    finally:
        for handle in handles:
            handle.remove()
    return next((n for n, _ in model.named_modules() if n in found), None)
