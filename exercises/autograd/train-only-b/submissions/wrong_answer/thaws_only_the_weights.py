# caught-by: keeps_a_trainable
# mistake: Some of A's parameters seem to stay frozen after the call.
# mistake[zh-CN]: 调用之后 A 的部分参数似乎仍被冻结。
import torch.nn.functional as F


def train_only_b(A, B, optimizer, x, y):
    A.requires_grad_(False)
    optimizer.zero_grad()
    features = A(x).detach()
    loss = F.mse_loss(B(features), y)
    loss.backward()
    optimizer.step()
    for name, parameter in A.named_parameters():
        parameter.requires_grad = name.endswith("weight")
    return loss.item()
