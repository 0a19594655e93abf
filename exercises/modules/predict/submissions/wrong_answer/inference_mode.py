# caught-by: gives_a_usable_result
# mistake: The result of `torch.inference_mode()` cannot be used with gradients later.
# mistake[zh-CN]: `torch.inference_mode()` 的结果之后不能用于带梯度的计算。
import torch


def predict(model, x):
    modes = [(module, module.training) for module in model.modules()]
    model.eval()
    try:
        with torch.inference_mode():
            return model(x)
    finally:
        for module, training in modes:
            module.training = training
