# caught-by: leaves_no_trace
# mistake: Hooks of others seem to be removed, too.
# mistake[zh-CN]: 别人的钩子似乎也被移除了。
import torch


def first_bad_module(model, x):
    found = []
    handles = []
    for name, module in model.named_modules():
        if next(module.children(), None) is not None:
            continue

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
        for module in model.modules():
            module._forward_hooks.clear()
    return found[0] if found else None
