# caught-by: copies_the_output
# mistake: The tensor itself is kept: an in-place ReLU overwrites it.
# mistake[zh-CN]: 保存的是张量本身：原地 ReLU 会改写它。
from functools import partial


def capture(model, names, x):
    record, handles = {}, []

    def keep(name, module, arguments, output):
        record[name] = output.detach()

    try:
        for name in names:
            handles.append(model.get_submodule(name).register_forward_hook(partial(keep, name)))
        model(x)
    finally:
        for handle in handles:
            handle.remove()
    return record
