# caught-by: refuses_an_unknown_name
# mistake: Unknown names are passed over in silence.
# mistake[zh-CN]: 未知的名字被默默忽略了。
def capture(model, names, x):
    record, handles = {}, []
    try:
        for name, module in model.named_modules():
            if name in names:
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
