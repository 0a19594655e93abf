# caught-by: updates_b
# mistake: You seem to use the sum of the squared errors, not their mean.
# mistake[zh-CN]: 你用的似乎是平方误差之和，而不是均值。
import torch.nn.functional as F


def train_only_b(A, B, optimizer, x, y):
    optimizer.zero_grad()
    features = A(x).detach()
    loss = F.mse_loss(B(features), y, reduction="sum")
    loss.backward()
    optimizer.step()
    return loss.item()
