# caught-by: saves_quietly
# mistake: `save_ckpt` seems to leave the model in eval mode.
# mistake[zh-CN]: `save_ckpt` 之后模型似乎停留在评估模式。
import torch


def save_ckpt(path, model, opt, epoch):
    model.eval()
    torch.save({"model": model.state_dict(), "opt": opt.state_dict(), "epoch": epoch}, path)


def load_ckpt(path, model, opt):
    checkpoint = torch.load(path, map_location="cpu", weights_only=True)
    model.load_state_dict(checkpoint["model"])
    opt.load_state_dict(checkpoint["opt"])
    return checkpoint["epoch"]
