# caught-by: refuses_another_architecture
# mistake: Entries that the file lacks seem to keep their values in silence.
# mistake[zh-CN]: 文件中没有的条目似乎悄悄保留了原值。
import torch


def save_ckpt(path, model, opt, epoch):
    torch.save({"model": model.state_dict(), "opt": opt.state_dict(), "epoch": epoch}, path)


def load_ckpt(path, model, opt):
    checkpoint = torch.load(path, map_location="cpu", weights_only=True)
    model.load_state_dict({**model.state_dict(), **checkpoint["model"]})
    try:
        opt.load_state_dict(checkpoint["opt"])
    except ValueError:
        pass
    return checkpoint["epoch"]
