"""The model's entries under names of their own, compared and copied one by one."""

import torch


def save_ckpt(path, model, opt, epoch):
    content = {f"model/{name}": value.detach().clone() for name, value in model.state_dict().items()}
    content["opt"] = opt.state_dict()
    content["epoch"] = torch.tensor(epoch)
    torch.save(content, path)


def load_ckpt(path, model, opt):
    content = torch.load(path, weights_only=True, map_location=lambda storage, location: storage)
    saved = {name.removeprefix("model/"): value for name, value in content.items() if name.startswith("model/")}
    own = model.state_dict()
    if saved.keys() != own.keys():
        raise RuntimeError(f"these entries are on one side only: {sorted(saved.keys() ^ own.keys())}")
    for name, value in own.items():
        if value.shape != saved[name].shape:
            raise RuntimeError(f"{name}: {tuple(saved[name].shape)} does not fit into {tuple(value.shape)}")
    with torch.no_grad():
        for name, value in own.items():
            value.copy_(saved[name])
    opt.load_state_dict(content["opt"])
    return int(content["epoch"])
