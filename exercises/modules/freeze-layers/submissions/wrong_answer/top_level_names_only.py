# caught-by: takes_nested_names
# mistake: Nested names such as `body.1` do not seem to work.
# mistake[zh-CN]: 嵌套的名字（如 `body.1`）似乎不起作用。
def freeze_except(model, names):
    for name in names:
        model.get_submodule(name)
    for name, p in model.named_parameters():
        p.requires_grad = name.split(".")[0] in names
    return [p for p in model.parameters() if p.requires_grad]
