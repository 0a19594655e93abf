# caught-by: changes_nothing
# mistake: The running statistics of BatchNorm seem to change.
# mistake[zh-CN]: BatchNorm 的滑动统计量似乎改变了。
import torch


def predict(model, x):
    modes = [(module, module.training) for module in model.modules()]
    model.eval()
    try:
        with torch.no_grad():
            y = model(x)
            for module, training in modes:
                module.training = training
            if len(x) > 1:
                model(x)
            return y
    finally:
        for module, training in modes:
            module.training = training
