# caught-by: refuses_an_unknown_name
# mistake: Hooks are registered outside the try: an unknown name leaves the first ones behind.
# mistake[zh-CN]: 钩子在 try 之外注册：遇到未知的名字，先注册的就留下了。
from functools import partial


def capture(model, names, x):
    record, handles = {}, []

    def keep(name, module, arguments, output):
        record[name] = output.detach().clone()

    for name in names:
        handles.append(model.get_submodule(name).register_forward_hook(partial(keep, name)))
    try:
        model(x)
    finally:
        for handle in handles:
            handle.remove()
    return record
