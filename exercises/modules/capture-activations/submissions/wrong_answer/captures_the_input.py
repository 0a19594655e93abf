# caught-by: records_an_output
# mistake: You seem to record the input of the module; the output is the third argument of the hook.
# mistake[zh-CN]: 你似乎记录了模块的输入；输出是钩子的第三个参数。
from functools import partial


def capture(model, names, x):
    record, handles = {}, []

    def keep(name, module, arguments, output):
        record[name] = arguments[0].detach().clone()

    try:
        for name in names:
            handles.append(model.get_submodule(name).register_forward_hook(partial(keep, name)))
        model(x)
    finally:
        for handle in handles:
            handle.remove()
    return record
