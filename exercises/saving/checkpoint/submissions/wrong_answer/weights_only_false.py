# caught-by: runs_nothing_from_the_file
# mistake: `weights_only=False` seems to run what stands in the file.
# mistake[zh-CN]: `weights_only=False` 似乎运行了文件中的内容。
import torch


def save_ckpt(path, model, opt, epoch):
    torch.save({"model": model.state_dict(), "opt": opt.state_dict(), "epoch": epoch}, path)


def load_ckpt(path, model, opt):
    checkpoint = torch.load(path, map_location="cpu", weights_only=False)
    model.load_state_dict(checkpoint["model"])
    opt.load_state_dict(checkpoint["opt"])
    return checkpoint["epoch"]
