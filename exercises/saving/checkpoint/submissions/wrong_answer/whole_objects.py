# caught-by: writes_plain_data
# mistake: You seem to save the model itself instead of its state_dict.
# mistake[zh-CN]: 你保存的似乎是模型本身，而不是它的 state_dict。
import torch


def save_ckpt(path, model, opt, epoch):
    torch.save({"model": model, "opt": opt.state_dict(), "epoch": epoch}, path)


def load_ckpt(path, model, opt):
    checkpoint = torch.load(path, map_location="cpu", weights_only=False)
    model.load_state_dict(checkpoint["model"].state_dict())
    opt.load_state_dict(checkpoint["opt"])
    return checkpoint["epoch"]
