# caught-by: cleans_up_after_a_failure
# mistake: When the forward raises, the hooks stay: use `try … finally`.
# mistake[zh-CN]: 前向抛出异常时钩子没有移除：请用 `try … finally`。
from functools import partial


def capture(model, names, x):
    record, handles = {}, []

    def keep(name, module, arguments, output):
        record[name] = output.detach().clone()

    modules = [model.get_submodule(name) for name in names]
    for name, module in zip(names, modules):
        handles.append(module.register_forward_hook(partial(keep, name)))
    model(x)
    for handle in handles:
        handle.remove()
    return record
