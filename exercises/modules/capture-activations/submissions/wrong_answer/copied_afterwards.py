# caught-by: copies_the_output
# mistake: The copy is made after the forward: too late for in-place operations.
# mistake[zh-CN]: 前向之后才复制：对原地操作来说太晚了。
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
    return {name: output.clone() for name, output in record.items()}
