# caught-by: leaves_out_buffers
# mistake: Buffers seem to be counted.
# mistake[zh-CN]: 缓冲区似乎也计入了。
def count_trainable(model):
    total = sum(p.numel() for p in model.parameters() if p.requires_grad)
    return total + sum(b.numel() for b in model.buffers() if b.is_floating_point())
