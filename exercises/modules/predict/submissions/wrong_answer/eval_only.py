# caught-by: records_nothing
# mistake: `eval()` does not stop recording; the result seems to have a graph.
# mistake[zh-CN]: `eval()` 不会停止记录；结果似乎带有计算图。
import torch


def predict(model, x):
    modes = [(module, module.training) for module in model.modules()]
    model.eval()
    try:
        return model(x)
    finally:
        for module, training in modes:
            module.training = training
