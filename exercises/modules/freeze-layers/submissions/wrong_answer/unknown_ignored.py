# caught-by: refuses_unknown_names
# mistake: An unknown name seems to be ignored.
# mistake[zh-CN]: 未知的名字似乎被忽略了。
def freeze_except(model, names):
    parts = [module for name, module in model.named_modules() if name in names]
    model.requires_grad_(False)
    for part in parts:
        part.requires_grad_(True)
    return [p for p in model.parameters() if p.requires_grad]
