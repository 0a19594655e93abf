# caught-by: removes_its_hooks
# mistake: Hooks of others are removed, too.
# mistake[zh-CN]: 别人的钩子也被移除了。
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
        for part in model.modules():
            part._forward_hooks.clear()
    return record
