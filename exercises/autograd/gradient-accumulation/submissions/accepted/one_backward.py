import torch
import torch.nn.functional as F


def accumulated_step(model, optimizer, micro_batches):
    """Keeps all graphs until the end: the same numbers, more memory."""
    sizes = torch.tensor([float(len(x)) for x, _ in micro_batches], dtype=torch.float64)
    losses = torch.stack([F.mse_loss(model(x), y) for x, y in micro_batches])
    loss = (losses * (sizes / sizes.sum()).to(losses.dtype)).sum()
    optimizer.zero_grad()
    loss.backward()
    optimizer.step()
    return loss.item()
