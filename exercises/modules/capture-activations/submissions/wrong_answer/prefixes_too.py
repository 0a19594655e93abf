# caught-by: finds_nested_modules
# mistake: Modules inside a named one are recorded as well.
# mistake[zh-CN]: 被点名模块内部的模块也被记录了。
def capture(model, names, x):
    record, handles = {}, []
    for name in names:
        model.get_submodule(name)
    try:
        for name, module in model.named_modules():
            if name.startswith(tuple(names)):
                handles.append(
                    module.register_forward_hook(
                        lambda _, __, out, name=name: record.update({name: out.detach().clone()})
                    )
                )
        model(x)
    finally:
        for handle in handles:
            handle.remove()
    return record
