from pathlib import Path

import torch


def save_ckpt(path, model, opt, epoch):
    with Path(path).open("wb") as file:
        torch.save((epoch, model.state_dict(), opt.state_dict()), file)


def load_ckpt(path, model, opt):
    epoch, weights, moments = torch.load(str(path))
    model.load_state_dict(weights, strict=True)
    opt.load_state_dict(moments)
    return epoch
