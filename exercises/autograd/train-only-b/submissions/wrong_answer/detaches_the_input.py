# caught-by: leaves_a_alone
# mistake: You seem to detach `x`; that leaves A in the graph.
# mistake[zh-CN]: 你似乎对 `x` 做了 detach；这样 A 仍在计算图里。
import torch.nn.functional as F


def train_only_b(A, B, optimizer, x, y):
    optimizer.zero_grad()
    features = A(x.detach())
    loss = F.mse_loss(B(features), y)
    loss.backward()
    optimizer.step()
    return loss.item()
