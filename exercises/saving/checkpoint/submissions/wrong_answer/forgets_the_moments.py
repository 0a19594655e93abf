# caught-by: saves_quietly
# mistake: `save_ckpt` seems to change the optimizer.
# mistake[zh-CN]: `save_ckpt` 似乎改变了优化器。
import torch


def save_ckpt(path, model, opt, epoch):
    torch.save({"model": model.state_dict(), "opt": opt.state_dict(), "epoch": epoch}, path)
    opt.state.clear()


def load_ckpt(path, model, opt):
    checkpoint = torch.load(path, map_location="cpu", weights_only=True)
    model.load_state_dict(checkpoint["model"])
    opt.load_state_dict(checkpoint["opt"])
    return checkpoint["epoch"]
