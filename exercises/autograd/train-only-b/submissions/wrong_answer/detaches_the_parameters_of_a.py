# caught-by: keeps_a_trainable
# mistake: You seem to detach A's parameters themselves; A can no longer be trained.
# mistake[zh-CN]: 你似乎对 A 的参数本身做了 detach；A 不能再训练了。
import torch.nn.functional as F


def train_only_b(A, B, optimizer, x, y):
    for parameter in A.parameters():
        parameter.detach_()
    optimizer.zero_grad()
    features = A(x).detach()
    loss = F.mse_loss(B(features), y)
    loss.backward()
    optimizer.step()
    return loss.item()
