# caught-by: names_the_leaf
# mistake: Only the direct children of the model seem to be asked.
# mistake[zh-CN]: 似乎只检查了模型的直接子模块。
import torch


def first_bad_module(model, x):
    found = []
    handles = []
    for name, module in model.named_children():

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
