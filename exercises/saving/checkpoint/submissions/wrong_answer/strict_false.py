# caught-by: refuses_another_architecture
# mistake: `strict=False` seems to let missing and left-over entries pass.
# mistake[zh-CN]: `strict=False` 似乎放过了缺失和多余的条目。
import torch


def save_ckpt(path, model, opt, epoch):
    torch.save({"model": model.state_dict(), "opt": opt.state_dict(), "epoch": epoch}, path)


def load_ckpt(path, model, opt):
    checkpoint = torch.load(path, map_location="cpu", weights_only=True)
    model.load_state_dict(checkpoint["model"], strict=False)
    try:
        opt.load_state_dict(checkpoint["opt"])
    except ValueError:
        pass
    return checkpoint["epoch"]
