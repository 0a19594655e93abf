# caught-by: restores_the_model
# mistake: Only parameters seem to be saved, no buffers.
# mistake[zh-CN]: 似乎只保存了参数，没有保存缓冲区。
import torch


def save_ckpt(path, model, opt, epoch):
    torch.save({"model": dict(model.named_parameters()), "opt": opt.state_dict(), "epoch": epoch}, path)


def load_ckpt(path, model, opt):
    checkpoint = torch.load(path, map_location="cpu", weights_only=True)
    with torch.no_grad():
        own = dict(model.named_parameters())
        if own.keys() != checkpoint["model"].keys():
            raise RuntimeError
        for name, value in checkpoint["model"].items():
            own[name].copy_(value)
    opt.load_state_dict(checkpoint["opt"])
    return checkpoint["epoch"]
