# caught-by: evaluates
# mistake: You seem to switch only the model itself to evaluation, not its submodules.
# mistake[zh-CN]: 你似乎只把模型本身设为评估模式，没有设置子模块。
import torch


def predict(model, x):
    modes = [(module, module.training) for module in model.modules()]
    model.training = False
    try:
        with torch.no_grad():
            return model(x)
    finally:
        for module, training in modes:
            module.training = training
