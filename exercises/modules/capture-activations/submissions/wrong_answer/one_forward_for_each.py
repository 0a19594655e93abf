# caught-by: runs_the_model_once
# mistake: The model runs once for each name.
# mistake[zh-CN]: 每个名字都运行了一次模型。
def capture(model, names, x):
    record = {}
    modules = [model.get_submodule(name) for name in names]
    for name, module in zip(names, modules):
        handle = module.register_forward_hook(lambda _, __, out: record.update({name: out.detach().clone()}))
        try:
            model(x)
        finally:
            handle.remove()
    return record
