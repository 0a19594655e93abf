# caught-by: resumes_exactly
# mistake: The step count of Adam does not seem to be restored.
# mistake[zh-CN]: Adam 的步数似乎没有恢复。
import torch


def save_ckpt(path, model, opt, epoch):
    torch.save({"model": model.state_dict(), "opt": opt.state_dict(), "epoch": epoch}, path)


def load_ckpt(path, model, opt):
    checkpoint = torch.load(path, map_location="cpu", weights_only=True)
    model.load_state_dict(checkpoint["model"])
    opt.load_state_dict(checkpoint["opt"])
    for state in opt.state.values():
        state["step"].zero_()
    return checkpoint["epoch"]
