# caught-by: saves_quietly
# mistake: An existing file does not seem to be replaced.
# mistake[zh-CN]: 已有的文件似乎没有被替换。
import os

import torch


def save_ckpt(path, model, opt, epoch):
    if os.path.exists(path):
        return
    torch.save({"model": model.state_dict(), "opt": opt.state_dict(), "epoch": epoch}, path)


def load_ckpt(path, model, opt):
    checkpoint = torch.load(path, map_location="cpu", weights_only=True)
    model.load_state_dict(checkpoint["model"])
    opt.load_state_dict(checkpoint["opt"])
    return checkpoint["epoch"]
