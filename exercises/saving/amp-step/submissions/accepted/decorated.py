import torch


@torch.autocast("cpu", dtype=torch.bfloat16)
def forward(model, x):
    return model(x)


def amp_loss(model, x, y):
    logp = forward(model, x).to(torch.float32).log_softmax(dim=-1)
    return -logp.gather(1, y[:, None]).mean()
