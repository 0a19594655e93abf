# caught-by: cleans_up_after_a_failure
# mistake: Another exception is raised instead of that of the forward.
# mistake[zh-CN]: 抛出了另一个异常，而不是前向的异常。
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
            raise RuntimeError("the forward failed") from None
    finally:
        for handle in handles:
            handle.remove()
    return record
