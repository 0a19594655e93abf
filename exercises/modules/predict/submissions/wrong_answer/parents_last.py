# caught-by: restores_each_mode
# mistake: You seem to restore with `train(...)`, which overwrites what is inside each module.
# mistake[zh-CN]: 你似乎用 `train(...)` 恢复，它会覆盖模块内部的设置。
import torch


def predict(model, x):
    modes = [(module, module.training) for module in model.modules()]
    model.eval()
    try:
        with torch.no_grad():
            return model(x)
    finally:
        for module, training in reversed(modes):
            module.train(training)
