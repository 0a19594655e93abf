# caught-by: finds_nested_modules
# mistake: The record is kept under the last part of the name.
# mistake[zh-CN]: 记录用的是名字的最后一部分。
from functools import partial


def capture(model, names, x):
    record, handles = {}, []

    def keep(name, module, arguments, output):
        record[name.rpartition(".")[2]] = output.detach().clone()

    try:
        for name in names:
            handles.append(model.get_submodule(name).register_forward_hook(partial(keep, name)))
        model(x)
    finally:
        for handle in handles:
            handle.remove()
    return record
