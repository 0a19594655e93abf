# caught-by: writes_plain_data
# mistake: You seem to use `pickle` instead of `torch.save`.
# mistake[zh-CN]: 你似乎用了 `pickle`，而不是 `torch.save`。
import pickle


def save_ckpt(path, model, opt, epoch):
    with open(path, "wb") as file:
        pickle.dump({"model": model.state_dict(), "opt": opt.state_dict(), "epoch": epoch}, file)


def load_ckpt(path, model, opt):
    with open(path, "rb") as file:
        checkpoint = pickle.load(file)
    model.load_state_dict(checkpoint["model"])
    opt.load_state_dict(checkpoint["opt"])
    return checkpoint["epoch"]
