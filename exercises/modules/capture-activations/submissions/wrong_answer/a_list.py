# caught-by: records_an_output
# mistake: Return a dict from names to outputs, not a list.
# mistake[zh-CN]: 请返回从名字到输出的字典，而不是列表。
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
            handle.remove()
    return [record[name] for name in names]
