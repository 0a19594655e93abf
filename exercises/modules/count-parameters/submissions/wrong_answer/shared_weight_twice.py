# caught-by: counts_shared_parameters_once
# mistake: You seem to add up module by module, and count a shared weight twice.
# mistake[zh-CN]: 你似乎逐个模块累加，把共享的权重计了两次。
def count_trainable(model):
    return sum(p.numel() for m in model.modules() for p in m.parameters(recurse=False) if p.requires_grad)
