# caught-by: finds_nested_modules
# mistake: Only direct children are found: nested names have dots.
# mistake[zh-CN]: 只找到了直接的子模块：嵌套的名字带点。
from functools import partial


def capture(model, names, x):
    record, handles = {}, []

    def keep(name, module, arguments, output):
        record[name] = output.detach().clone()

    try:
        for name in names:
            handles.append(dict(model.named_children())[name].register_forward_hook(partial(keep, name)))
        model(x)
    finally:
        for handle in handles:
            handle.remove()
    return record
