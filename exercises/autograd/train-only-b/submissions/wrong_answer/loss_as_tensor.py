# caught-by: returns_the_loss
# mistake: You seem to return a tensor, not a `float`.
# mistake[zh-CN]: 你返回的似乎是张量，而不是 `float`。
import torch.nn.functional as F


def train_only_b(A, B, optimizer, x, y):
    optimizer.zero_grad()
    features = A(x).detach()
    loss = F.mse_loss(B(features), y)
    loss.backward()
    optimizer.step()
    return loss.detach()
