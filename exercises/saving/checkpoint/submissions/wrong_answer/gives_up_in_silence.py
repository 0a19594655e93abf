# caught-by: runs_nothing_from_the_file
# mistake: A file that cannot be read seems to be passed over in silence.
# mistake[zh-CN]: 无法读取的文件似乎被悄悄略过了。
import torch


def save_ckpt(path, model, opt, epoch):
    torch.save({"model": model.state_dict(), "opt": opt.state_dict(), "epoch": epoch}, path)


def load_ckpt(path, model, opt):
    try:
        checkpoint = torch.load(path, map_location="cpu", weights_only=True)
    except Exception:
        return 0
    model.load_state_dict(checkpoint["model"])
    opt.load_state_dict(checkpoint["opt"])
    return checkpoint["epoch"]
