# caught-by: records_nothing
# mistake: You seem to switch recording on at the end, although it may have been off.
# mistake[zh-CN]: 你似乎在最后打开了梯度记录，但之前它可能是关闭的。
import torch


def predict(model, x):
    modes = [(module, module.training) for module in model.modules()]
    model.eval()
    try:
        torch.set_grad_enabled(False)
        return model(x)
    finally:
        torch.set_grad_enabled(True)
        for module, training in modes:
            module.training = training
