# caught-by: takes_nested_names
# mistake: An empty list seems to leave everything trainable.
# mistake[zh-CN]: 列表为空时，似乎全部参数都可训练。
def freeze_except(model, names):
    parts = [model.get_submodule(name) for name in names]
    model.requires_grad_(not names)
    for part in parts:
        part.requires_grad_(True)
    return [p for p in model.parameters() if p.requires_grad]
