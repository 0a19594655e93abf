# caught-by: restores_after_an_exception
# mistake: After an exception the modes do not seem to be restored.
# mistake[zh-CN]: 发生异常之后，模式似乎没有恢复。
import torch


def predict(model, x):
    modes = [(module, module.training) for module in model.modules()]
    model.eval()
    with torch.no_grad():
        y = model(x)
    for module, training in modes:
        module.training = training
    return y
