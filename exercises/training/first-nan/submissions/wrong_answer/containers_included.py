# caught-by: asks_leaves_only
# mistake: Containers seem to be asked as well.
# mistake[zh-CN]: 容器似乎也被检查了。
import torch


def first_bad_module(model, x):
    found = []
    handles = []
    for name, module in model.named_modules():

        def look(module, args, output, name=name):
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
