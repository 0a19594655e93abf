# caught-by: returns_the_epoch
# mistake: You seem to return the epoch after the saved one.
# mistake[zh-CN]: 你返回的似乎是所保存的下一个 epoch。
import torch


def save_ckpt(path, model, opt, epoch):
    torch.save({"model": model.state_dict(), "opt": opt.state_dict(), "epoch": epoch}, path)


def load_ckpt(path, model, opt):
    checkpoint = torch.load(path, map_location="cpu", weights_only=True)
    model.load_state_dict(checkpoint["model"])
    opt.load_state_dict(checkpoint["opt"])
    return checkpoint["epoch"] + 1
