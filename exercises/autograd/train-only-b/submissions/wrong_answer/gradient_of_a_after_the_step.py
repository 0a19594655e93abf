# caught-by: gives_a_no_gradient
# mistake: A seems to have a gradient after the call.
# mistake[zh-CN]: 调用之后 A 似乎有梯度。
import torch
import torch.nn.functional as F


def train_only_b(A, B, optimizer, x, y):
    optimizer.zero_grad()
    features = A(x).detach()
    loss = F.mse_loss(B(features), y)
    loss.backward()
    optimizer.step()
    A.zero_grad()
    for parameter in A.parameters():
        parameter.grad = torch.zeros_like(parameter)
    return loss.item()
