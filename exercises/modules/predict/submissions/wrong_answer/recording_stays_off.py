# caught-by: records_nothing
# mistake: Gradient recording seems to stay off after the call.
# mistake[zh-CN]: 调用之后似乎一直关闭着梯度记录。
import torch


def predict(model, x):
    modes = [(module, module.training) for module in model.modules()]
    model.eval()
    try:
        torch.set_grad_enabled(False)
        return model(x)
    finally:
        for module, training in modes:
            module.training = training
