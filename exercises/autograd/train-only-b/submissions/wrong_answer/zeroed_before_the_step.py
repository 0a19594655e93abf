# caught-by: updates_b
# mistake: You seem to clear the gradients between `backward()` and `step()`.
# mistake[zh-CN]: 你似乎在 `backward()` 和 `step()` 之间清零了梯度。
import torch.nn.functional as F


def train_only_b(A, B, optimizer, x, y):
    optimizer.zero_grad()
    features = A(x).detach()
    loss = F.mse_loss(B(features), y)
    loss.backward()
    optimizer.zero_grad()
    optimizer.step()
    return loss.item()
