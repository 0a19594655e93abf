import torch


def predict(model, x):
    modes = {name: module.training for name, module in model.named_modules()}

    def restore():
        for name, module in model.named_modules():
            module.training = modes[name]

    model.eval()
    try:
        with torch.inference_mode():
            y = model(x)
    except BaseException:
        restore()
        raise
    restore()
    return y.clone()
