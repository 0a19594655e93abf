# caught-by: cleans_up_after_a_failure
# mistake: The exception of the forward is swallowed.
# mistake[zh-CN]: 前向的异常被吞掉了。
from functools import partial


def capture(model, names, x):
    record, handles = {}, []

    def keep(name, module, arguments, output):
        record[name] = output.detach().clone()

    try:
        for name in names:
            handles.append(model.get_submodule(name).register_forward_hook(partial(keep, name)))
        try:
            model(x)
        except Exception:
            pass
    finally:
        for handle in handles:
            handle.remove()
    return record
