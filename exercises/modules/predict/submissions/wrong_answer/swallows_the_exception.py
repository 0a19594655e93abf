# caught-by: restores_after_an_exception
# mistake: You seem to swallow the model's exception.
# mistake[zh-CN]: 你似乎吞掉了模型的异常。
import torch


def predict(model, x):
    modes = [(module, module.training) for module in model.modules()]
    model.eval()
    try:
        with torch.no_grad():
            return model(x)
    except ArithmeticError:
        return None
    finally:
        for module, training in modes:
            module.training = training
