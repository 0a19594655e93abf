# caught-by: resumes_exactly
# mistake: The learning rate of the optimizer does not seem to be restored.
# mistake[zh-CN]: 优化器的学习率似乎没有恢复。
import torch


def save_ckpt(path, model, opt, epoch):
    torch.save({"model": model.state_dict(), "opt": opt.state_dict(), "epoch": epoch}, path)


def load_ckpt(path, model, opt):
    checkpoint = torch.load(path, map_location="cpu", weights_only=True)
    model.load_state_dict(checkpoint["model"])
    opt.load_state_dict({"state": checkpoint["opt"]["state"], "param_groups": opt.state_dict()["param_groups"]})
    return checkpoint["epoch"]
