# caught-by: leaves_no_trace
# mistake: Your hooks seem to stay on the model.
# mistake[zh-CN]: 你的钩子似乎留在了模型上。
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
            pass
    return found[0] if found else None
