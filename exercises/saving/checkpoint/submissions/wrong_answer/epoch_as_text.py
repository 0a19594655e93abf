# caught-by: returns_the_epoch
# mistake: The epoch seems to come back as something else than an int.
# mistake[zh-CN]: 返回的 epoch 似乎不是 int。
import torch


def save_ckpt(path, model, opt, epoch):
    torch.save({"model": model.state_dict(), "opt": opt.state_dict(), "epoch": epoch}, path)


def load_ckpt(path, model, opt):
    checkpoint = torch.load(path, map_location="cpu", weights_only=True)
    model.load_state_dict(checkpoint["model"])
    opt.load_state_dict(checkpoint["opt"])
    return str(checkpoint["epoch"])
