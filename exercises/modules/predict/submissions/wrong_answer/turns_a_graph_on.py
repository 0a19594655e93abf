# caught-by: records_nothing
# mistake: The result seems to require a gradient.
# mistake[zh-CN]: 结果似乎需要梯度。
import torch


def predict(model, x):
    modes = [(module, module.training) for module in model.modules()]
    model.eval()
    try:
        with torch.no_grad():
            return model(x).requires_grad_()
    finally:
        for module, training in modes:
            module.training = training
