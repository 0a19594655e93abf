# caught-by: resumes_exactly
# mistake: The moments of the optimizer do not seem to be restored.
# mistake[zh-CN]: 优化器的动量似乎没有恢复。
import torch


def save_ckpt(path, model, opt, epoch):
    torch.save({"model": model.state_dict(), "opt": opt.state_dict(), "epoch": epoch}, path)


def load_ckpt(path, model, opt):
    checkpoint = torch.load(path, map_location="cpu", weights_only=True)
    model.load_state_dict(checkpoint["model"])
    opt.load_state_dict({"state": {}, "param_groups": checkpoint["opt"]["param_groups"]})
    return checkpoint["epoch"]
