# caught-by: keeps_a_trainable
# mistake: A seems to stay frozen after the call.
# mistake[zh-CN]: 调用之后 A 似乎一直被冻结。
import torch.nn.functional as F


def train_only_b(A, B, optimizer, x, y):
    A.requires_grad_(False)
    optimizer.zero_grad()
    features = A(x).detach()
    loss = F.mse_loss(B(features), y)
    loss.backward()
    optimizer.step()
    return loss.item()
