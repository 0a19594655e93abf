# caught-by: restores_each_mode
# mistake: You seem to restore the direct children only, not what is inside them.
# mistake[zh-CN]: 你似乎只恢复了直接的子模块，没有恢复它们内部的模块。
import torch


def predict(model, x):
    modes = [(module, module.training) for module in model.modules()]
    model.eval()
    try:
        with torch.no_grad():
            return model(x)
    finally:
        flags = {id(module): training for module, training in modes}
        model.training = modes[0][1]
        for child in model.children():
            child.train(flags[id(child)])
