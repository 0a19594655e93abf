# caught-by: keeps_the_names_apart
# mistake: All hooks see the last name of the loop.
# mistake[zh-CN]: 所有钩子看到的都是循环的最后一个名字。
from functools import partial


def capture(model, names, x):
    record, handles = {}, []

    def keep(module, arguments, output):
        record[name] = output.detach().clone()

    try:
        for name in names:
            handles.append(model.get_submodule(name).register_forward_hook(keep))
        model(x)
    finally:
        for handle in handles:
            handle.remove()
    return record
