# caught-by: removes_its_hooks
# mistake: The hooks stay on the model.
# mistake[zh-CN]: 钩子留在了模型上。
from functools import partial


def capture(model, names, x):
    record, handles = {}, []

    def keep(name, module, arguments, output):
        record[name] = output.detach().clone()

    try:
        for name in names:
            handles.append(model.get_submodule(name).register_forward_hook(partial(keep, name)))
        model(x)
    finally:
        for handle in handles:
            pass
    return record
