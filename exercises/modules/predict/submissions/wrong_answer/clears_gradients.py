# caught-by: changes_nothing
# mistake: You seem to clear the gradients of the parameters.
# mistake[zh-CN]: 你似乎清除了参数的梯度。
import torch


def predict(model, x):
    modes = [(module, module.training) for module in model.modules()]
    model.eval()
    model.zero_grad()
    try:
        with torch.no_grad():
            return model(x)
    finally:
        for module, training in modes:
            module.training = training
