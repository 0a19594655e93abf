# caught-by: counts_shared_parameters_once
# mistake: A shared parameter seems to be counted once for each place.
# mistake[zh-CN]: 共享的参数似乎在每个位置都计了一次。
def count_trainable(model):
    return sum(p.numel() for _, p in model.named_parameters(remove_duplicate=False) if p.requires_grad)
