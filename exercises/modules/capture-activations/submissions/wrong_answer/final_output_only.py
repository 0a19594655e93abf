# caught-by: records_an_output
# mistake: Only the output of the whole model is recorded.
# mistake[zh-CN]: 只记录了整个模型的输出。
from functools import partial


def capture(model, names, x):
    record, handles = {}, []

    def keep(name, module, arguments, output):
        record[name] = output.detach().clone()

    try:
        for name in names:
            handles.append(model.get_submodule(name).register_forward_hook(partial(keep, name)))
        result = model(x)
        record.update(dict.fromkeys(names, result.detach().clone()))
    finally:
        for handle in handles:
            handle.remove()
    return record
