# caught-by: counts_every_element
# mistake: You seem to leave out the biases.
# mistake[zh-CN]: 你似乎漏掉了偏置。
def count_trainable(model):
    return sum(p.numel() for p in model.parameters() if p.requires_grad and p.dim() != 1)
