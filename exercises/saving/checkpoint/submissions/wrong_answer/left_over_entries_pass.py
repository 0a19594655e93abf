# caught-by: refuses_another_architecture
# mistake: Entries that the model lacks seem to be skipped in silence.
# mistake[zh-CN]: 模型没有的条目似乎被悄悄跳过了。
import torch


def save_ckpt(path, model, opt, epoch):
    torch.save({"model": model.state_dict(), "opt": opt.state_dict(), "epoch": epoch}, path)


def load_ckpt(path, model, opt):
    checkpoint = torch.load(path, map_location="cpu", weights_only=True)
    own = model.state_dict()
    model.load_state_dict({k: v for k, v in checkpoint["model"].items() if k in own})
    try:
        opt.load_state_dict(checkpoint["opt"])
    except ValueError:
        pass
    return checkpoint["epoch"]
