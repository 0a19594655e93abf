# caught-by: passes_gradients_through
# mistake: Frozen parts seem to cut the graph, so that nothing before them is trained.
# mistake[zh-CN]: 被冻结的部分似乎切断了计算图，它前面的部分得不到训练。
def freeze_except(model, names):
    parts = [model.get_submodule(name) for name in names]
    model.requires_grad_(False)
    for part in parts:
        part.requires_grad_(True)
    for module in model.children():
        if not any(p.requires_grad for p in module.parameters()):
            module.register_forward_hook(lambda module, inputs, output: output.detach())
    return [p for p in model.parameters() if p.requires_grad]
