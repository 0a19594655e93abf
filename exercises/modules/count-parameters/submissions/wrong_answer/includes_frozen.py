# caught-by: leaves_out_frozen_parameters
# mistake: Frozen parameters seem to be counted.
# mistake[zh-CN]: 被冻结的参数似乎也计入了。
def count_trainable(model):
    return sum(p.numel() for p in model.parameters())
