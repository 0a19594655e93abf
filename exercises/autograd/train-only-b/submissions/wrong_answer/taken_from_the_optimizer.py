# caught-by: keeps_modes_and_optimizer
# mistake: You seem to take A's parameters from the optimizer for good.
# mistake[zh-CN]: 你似乎把 A 的参数永久移出了优化器。
import torch.nn.functional as F


def train_only_b(A, B, optimizer, x, y):
    ids = {id(p) for p in A.parameters()}
    for g in optimizer.param_groups:
        g["params"] = [p for p in g["params"] if id(p) not in ids]
    optimizer.zero_grad()
    loss = F.mse_loss(B(A(x).detach()), y)
    loss.backward()
    optimizer.step()
    return loss.item()
