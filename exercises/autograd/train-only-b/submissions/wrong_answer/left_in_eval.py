# caught-by: keeps_modes_and_optimizer
# mistake: You seem to leave A in evaluation mode.
# mistake[zh-CN]: 你似乎让 A 停留在评估模式。
import torch.nn.functional as F


def train_only_b(A, B, optimizer, x, y):
    A.requires_grad_(False)
    optimizer.zero_grad()
    loss = F.mse_loss(B(A(x)), y)
    loss.backward()
    optimizer.step()
    A.requires_grad_(True)
    A.eval()
    return loss.item()
