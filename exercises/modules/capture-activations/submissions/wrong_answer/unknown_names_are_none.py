# caught-by: refuses_an_unknown_name
# mistake: Unknown names give None instead of an error.
# mistake[zh-CN]: 未知的名字得到 None，而不是报错。
from functools import partial


def capture(model, names, x):
    record, handles = {}, []

    def keep(name, module, arguments, output):
        record[name] = output.detach().clone()

    try:
        known = dict(model.named_modules())
        record.update(dict.fromkeys(names))
        for name in (name for name in names if name in known):
            handles.append(model.get_submodule(name).register_forward_hook(partial(keep, name)))
        model(x)
    finally:
        for handle in handles:
            handle.remove()
    return record
