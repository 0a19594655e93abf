# caught-by: matches_whole_names
# mistake: `head` seems to match `head2` as well.
# mistake[zh-CN]: `head` 似乎也匹配了 `head2`。
def freeze_except(model, names):
    for name in names:
        model.get_submodule(name)
    for name, p in model.named_parameters():
        p.requires_grad = any(name.startswith(part) for part in names)
    return [p for p in model.parameters() if p.requires_grad]
