# caught-by: leaves_the_model_alone
# mistake: You seem to leave the model in evaluation mode.
# mistake[zh-CN]: 你似乎让模型停留在了评估模式。
def count_trainable(model):
    model.eval()
    return sum(p.numel() for p in model.parameters() if p.requires_grad)
