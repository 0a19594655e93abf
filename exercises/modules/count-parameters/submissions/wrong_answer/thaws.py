# caught-by: leaves_the_model_alone
# mistake: You seem to change `requires_grad` while counting.
# mistake[zh-CN]: 你似乎在统计时改变了 `requires_grad`。
def count_trainable(model):
    count = sum(p.numel() for p in model.parameters() if p.requires_grad)
    model.requires_grad_(True)
    return count
