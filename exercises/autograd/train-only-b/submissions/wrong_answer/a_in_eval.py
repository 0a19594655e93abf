# caught-by: keeps_modes_and_optimizer
# mistake: You seem to run A in evaluation mode.
# mistake[zh-CN]: 你似乎让 A 以评估模式运行。
import torch.nn.functional as F


def train_only_b(A, B, optimizer, x, y):
    A.eval()
    h = A(x).detach()
    A.train()
    optimizer.zero_grad()
    loss = F.mse_loss(B(h), y)
    loss.backward()
    optimizer.step()
    return loss.item()
