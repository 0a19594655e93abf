# caught-by: restores_the_model
# mistake: The weights seem to be saved in half precision.
# mistake[zh-CN]: 权重似乎以半精度保存。
import torch


def save_ckpt(path, model, opt, epoch):
    torch.save(
        {
            "model": {k: v.half() if v.is_floating_point() else v for k, v in model.state_dict().items()},
            "opt": opt.state_dict(),
            "epoch": epoch,
        },
        path,
    )


def load_ckpt(path, model, opt):
    checkpoint = torch.load(path, map_location="cpu", weights_only=True)
    model.load_state_dict(checkpoint["model"])
    opt.load_state_dict(checkpoint["opt"])
    return checkpoint["epoch"]
