# caught-by: returns_the_loss
# mistake: You seem to take the loss after the step.
# mistake[zh-CN]: 你似乎在更新之后才计算损失。
import torch.nn.functional as F


def train_only_b(A, B, optimizer, x, y):
    optimizer.zero_grad()
    features = A(x).detach()
    loss = F.mse_loss(B(features), y)
    loss.backward()
    optimizer.step()
    return F.mse_loss(B(A(x)), y).item()
