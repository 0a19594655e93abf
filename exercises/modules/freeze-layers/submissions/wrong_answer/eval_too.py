# caught-by: keeps_the_modes
# mistake: You seem to switch the frozen parts to evaluation mode.
# mistake[zh-CN]: 你似乎把被冻结的部分切换到了评估模式。


def freeze_except(model, names):
    model.requires_grad_(False)
    for m in model.modules():
        m.eval()
    for n in names:
        model.get_submodule(n).requires_grad_(True).train()
    return [p for p in model.parameters() if p.requires_grad]
