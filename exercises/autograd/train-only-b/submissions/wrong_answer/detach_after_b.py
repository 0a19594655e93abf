# caught-by: updates_b
# mistake: You seem to cut the graph behind B, so that B gets no gradient either.
# mistake[zh-CN]: 你似乎在 B 之后才切断计算图，于是 B 也得不到梯度。
import torch.nn.functional as F


def train_only_b(A, B, optimizer, x, y):
    optimizer.zero_grad()
    features = A(x)
    loss = F.mse_loss(B(features).detach().requires_grad_(), y)
    loss.backward()
    optimizer.step()
    return loss.item()
