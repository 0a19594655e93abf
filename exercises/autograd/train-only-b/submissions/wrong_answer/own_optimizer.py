# caught-by: clears_old_gradients
# mistake: You do not seem to use the optimizer that was passed, or lose its momentum.
# mistake[zh-CN]: 你似乎没有使用传入的优化器，或丢掉了它的动量。
import torch
import torch.nn.functional as F


def train_only_b(A, B, optimizer, x, y):
    group = optimizer.param_groups[0]
    own = torch.optim.SGD(B.parameters(), lr=group["lr"], weight_decay=group["weight_decay"])
    own.zero_grad()
    loss = F.mse_loss(B(A(x).detach()), y)
    loss.backward()
    own.step()
    return loss.item()
