# caught-by: changes_nothing
# mistake: You seem to set the gradients of the parameters to zero.
# mistake[zh-CN]: 你似乎把参数的梯度清零了。
import torch


def predict(model, x):
    modes = [(module, module.training) for module in model.modules()]
    model.eval()
    for p in model.parameters():
        if p.grad is not None:
            p.grad.zero_()
    try:
        with torch.no_grad():
            return model(x)
    finally:
        for module, training in modes:
            module.training = training
