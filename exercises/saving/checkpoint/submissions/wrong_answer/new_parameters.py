# caught-by: restores_the_model
# mistake: The model seems to get new parameter objects, which the optimizer does not know.
# mistake[zh-CN]: 模型似乎换上了新的参数对象，而优化器并不知道。
import torch


def save_ckpt(path, model, opt, epoch):
    torch.save({"model": model.state_dict(), "opt": opt.state_dict(), "epoch": epoch}, path)


def load_ckpt(path, model, opt):
    checkpoint = torch.load(path, map_location="cpu", weights_only=True)
    model.load_state_dict(checkpoint["model"], assign=True)
    opt.load_state_dict(checkpoint["opt"])
    return checkpoint["epoch"]
