# caught-by: freezes_the_rest
# mistake: You seem to switch the named parts on without freezing the rest.
# mistake[zh-CN]: 你似乎打开了指定的部分，但没有冻结其余部分。
def freeze_except(model, names):
    parts = [model.get_submodule(name) for name in names]

    for part in parts:
        part.requires_grad_(True)
    return [p for p in model.parameters() if p.requires_grad]
