# caught-by: freezes_the_rest
# mistake: The biases of a named part seem to stay frozen.
# mistake[zh-CN]: 指定部分的偏置似乎仍被冻结。
def freeze_except(model, names):
    parts = [model.get_submodule(name) for name in names]
    model.requires_grad_(False)
    for part in parts:
        for name, p in part.named_parameters():
            p.requires_grad = name.endswith("weight")
    return [p for p in model.parameters() if p.requires_grad]
