import io

import torch


def save_ckpt(path, model, opt, epoch):
    buffer = io.BytesIO()
    parts = dict(zip(("net", "optim"), (part.state_dict() for part in (model, opt))))
    torch.save(parts | {"done": epoch}, buffer)
    with open(path, "wb") as file:
        file.write(buffer.getvalue())


def load_ckpt(path, model, opt):
    with open(path, "rb") as file:
        parts = torch.load(io.BytesIO(file.read()), weights_only=True)
    for part, name in ((model, "net"), (opt, "optim")):
        part.load_state_dict(parts[name])
    return parts["done"]
