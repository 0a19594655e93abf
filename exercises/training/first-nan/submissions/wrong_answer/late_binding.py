# caught-by: names_the_leaf
# mistake: All hooks seem to see the last value of the loop variable.
# mistake[zh-CN]: 所有钩子看到的似乎都是循环变量的最后一个值。
import torch


def first_bad_module(model, x):
    found = []
    handles = []
    for name, module in model.named_modules():
        if next(module.children(), None) is not None:
            continue

        def look(module, args, output):
            if not found and not torch.isfinite(output).all():
                found.append(name)

        handles.append(module.register_forward_hook(look))
    try:
        with torch.no_grad():
            model(x)
    finally:
        for handle in handles:
            handle.remove()
    return found[0] if found else None
