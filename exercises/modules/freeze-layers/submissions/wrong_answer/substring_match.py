# caught-by: matches_whole_names
# mistake: You seem to look for the name anywhere in the parameter's name.
# mistake[zh-CN]: 你似乎在参数名的任意位置查找该名字。
def freeze_except(model, names):
    for name in names:
        model.get_submodule(name)
    for name, p in model.named_parameters():
        p.requires_grad = any(part in name for part in names)
    return [p for p in model.parameters() if p.requires_grad]
