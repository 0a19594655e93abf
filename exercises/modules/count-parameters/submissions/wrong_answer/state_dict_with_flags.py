# caught-by: counts_every_element
# mistake: The tensors of `state_dict()` are detached: none of them requires a gradient.
# mistake[zh-CN]: `state_dict()` 的张量都是 detach 过的：没有一个需要梯度。
def count_trainable(model):
    return sum(value.numel() for value in model.state_dict().values() if value.requires_grad)
