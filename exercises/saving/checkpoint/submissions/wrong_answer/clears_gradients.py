# caught-by: saves_quietly
# mistake: You seem to clear the gradients while saving.
# mistake[zh-CN]: 你似乎在保存时清除了梯度。
import torch


def save_ckpt(path, model, opt, epoch):
    opt.zero_grad()
    torch.save({"model": model.state_dict(), "opt": opt.state_dict(), "epoch": epoch}, path)


def load_ckpt(path, model, opt):
    d = torch.load(path, weights_only=True)
    model.load_state_dict(d["model"])
    opt.load_state_dict(d["opt"])
    return d["epoch"]
