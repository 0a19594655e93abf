# caught-by: removes_its_hooks
# mistake: Only the last hook is removed.
# mistake[zh-CN]: 只移除了最后一个钩子。
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
        if handles:
            handles[-1].remove()
    return record
