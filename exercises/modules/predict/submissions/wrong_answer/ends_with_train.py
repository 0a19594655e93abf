# caught-by: restores_each_mode
# mistake: You seem to call `model.train()` at the end, which sets every submodule.
# mistake[zh-CN]: 你似乎在最后调用了 `model.train()`，它会设置每个子模块。
import torch


def predict(model, x):
    modes = [(module, module.training) for module in model.modules()]
    model.eval()
    try:
        with torch.no_grad():
            return model(x)
    finally:
        model.train()
