# caught-by: evaluates
# mistake: You seem to leave submodules in training where the model itself is in evaluation mode.
# mistake[zh-CN]: 模型本身处于评估模式时，你似乎没有处理仍在训练模式的子模块。
import torch


def predict(model, x):
    modes = [(module, module.training) for module in model.modules()]
    if model.training:
        model.eval()
    try:
        with torch.no_grad():
            return model(x)
    finally:
        for module, training in modes:
            module.training = training
