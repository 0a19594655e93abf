# caught-by: writes_plain_data
# mistake: You seem to save the optimizer itself instead of its state_dict.
# mistake[zh-CN]: 你保存的似乎是优化器本身，而不是它的 state_dict。
import torch


def save_ckpt(path, model, opt, epoch):
    torch.save({"model": model.state_dict(), "opt": opt, "epoch": epoch}, path)


def load_ckpt(path, model, opt):
    checkpoint = torch.load(path, map_location="cpu", weights_only=False)
    model.load_state_dict(checkpoint["model"])
    opt.load_state_dict(checkpoint["opt"].state_dict())
    return checkpoint["epoch"]
