# caught-by: returns_the_epoch
# mistake: `load_ckpt` does not seem to return the epoch.
# mistake[zh-CN]: `load_ckpt` 似乎没有返回 epoch。
import torch


def save_ckpt(path, model, opt, epoch):
    torch.save({"model": model.state_dict(), "opt": opt.state_dict(), "epoch": epoch}, path)


def load_ckpt(path, model, opt):
    checkpoint = torch.load(path, map_location="cpu", weights_only=True)
    model.load_state_dict(checkpoint["model"])
    opt.load_state_dict(checkpoint["opt"])
