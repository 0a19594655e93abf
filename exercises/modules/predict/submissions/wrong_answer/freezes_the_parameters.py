# caught-by: changes_nothing
# mistake: You seem to change `requires_grad` of the parameters.
# mistake[zh-CN]: 你似乎改变了参数的 `requires_grad`。
import torch


def predict(model, x):
    modes = [(module, module.training) for module in model.modules()]
    model.eval()
    model.requires_grad_(False)
    try:
        with torch.no_grad():
            return model(x)
    finally:
        for module, training in modes:
            module.training = training
