# caught-by: leaves_out_frozen_parameters
# mistake: You seem to leave out a whole layer when one of its parameters is frozen.
# mistake[zh-CN]: 某一层只要有一个参数被冻结，你似乎就漏掉了整层。
def count_trainable(model):
    layers = {id(m): m for m in model.modules()}.values()
    seen = {}
    for layer in layers:
        own = list(layer.parameters(recurse=False))
        if all(p.requires_grad for p in own):
            seen.update((id(p), p) for p in own)
    return sum(p.numel() for p in seen.values())
