# caught-by: refuses_another_architecture
# mistake: You seem to refuse missing entries, not unexpected ones.
# mistake[zh-CN]: 你似乎只拒绝缺少的条目，没有拒绝多余的条目。
import torch


def save_ckpt(path, model, opt, epoch):
    torch.save({"model": model.state_dict(), "opt": opt.state_dict(), "epoch": epoch}, path)


def load_ckpt(path, model, opt):
    d = torch.load(path, weights_only=True)
    r = model.load_state_dict(d["model"], strict=False)
    if r.missing_keys:
        raise KeyError(r)
    opt.load_state_dict(d["opt"])
    return d["epoch"]
