# caught-by: leaves_out_buffers
# mistake: You seem to count `state_dict()`, which holds buffers too.
# mistake[zh-CN]: 你统计的似乎是 `state_dict()`，其中也有缓冲区。
def count_trainable(model):
    trainable = {name for name, p in model.named_parameters(remove_duplicate=False) if not p.requires_grad}
    tensors = {v.data_ptr(): v for name, v in model.state_dict().items() if name not in trainable}
    return sum(value.numel() for value in tensors.values())
