# caught-by: resumes_exactly
# mistake: The state of the optimizer does not seem to be restored.
# mistake[zh-CN]: 优化器的状态似乎没有恢复。
import torch


def save_ckpt(path, model, opt, epoch):
    torch.save({"model": model.state_dict(), "opt": opt.state_dict(), "epoch": epoch}, path)


def load_ckpt(path, model, opt):
    checkpoint = torch.load(path, map_location="cpu", weights_only=True)
    model.load_state_dict(checkpoint["model"])
    return checkpoint["epoch"]
