# caught-by: restores_each_mode
# mistake: You seem to give every submodule the mode of the whole model.
# mistake[zh-CN]: 你似乎把整个模型的模式给了每个子模块。
import torch


def predict(model, x):
    modes = [(module, module.training) for module in model.modules()]
    model.eval()
    try:
        with torch.no_grad():
            return model(x)
    finally:
        model.train(modes[0][1])
