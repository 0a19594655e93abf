# caught-by: restores_each_mode
# mistake: You seem to restore the flag of the model itself only.
# mistake[zh-CN]: 你似乎只恢复了模型本身的标志。
import torch


def predict(model, x):
    modes = [(module, module.training) for module in model.modules()]
    model.eval()
    try:
        with torch.no_grad():
            return model(x)
    finally:
        model.training = modes[0][1]
