# caught-by: updates_b
# mistake: B does not seem to change: is `optimizer.step()` called?
# mistake[zh-CN]: B 似乎没有变化：调用 `optimizer.step()` 了吗？
import torch.nn.functional as F


def train_only_b(A, B, optimizer, x, y):
    optimizer.zero_grad()
    features = A(x).detach()
    loss = F.mse_loss(B(features), y)
    loss.backward()

    return loss.item()
