# caught-by: restores_the_model
# mistake: The model does not seem to be restored.
# mistake[zh-CN]: 模型似乎没有恢复。
import torch


def save_ckpt(path, model, opt, epoch):
    torch.save({"model": model.state_dict(), "opt": opt.state_dict(), "epoch": epoch}, path)


def load_ckpt(path, model, opt):
    checkpoint = torch.load(path, map_location="cpu", weights_only=True)
    opt.load_state_dict(checkpoint["opt"])
    return checkpoint["epoch"]
