# caught-by: gives_zero_for_none
# mistake: For a module without parameters you seem to return None.
# mistake[zh-CN]: 对没有参数的模块，你返回的似乎是 None。
def count_trainable(model):
    if list(model.children()) and not list(model.parameters()):
        return None
    return sum(p.numel() for p in model.parameters() if p.requires_grad)
