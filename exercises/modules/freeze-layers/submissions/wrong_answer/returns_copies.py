# caught-by: returns_the_parameters
# mistake: You seem to return copies; an optimizer would train those instead of the model.
# mistake[zh-CN]: 你返回的似乎是副本；优化器训练的将是它们，而不是模型。
def freeze_except(model, names):
    parts = [model.get_submodule(name) for name in names]
    model.requires_grad_(False)
    for part in parts:
        part.requires_grad_(True)
    return [p.detach().clone() for p in model.parameters() if p.requires_grad]
