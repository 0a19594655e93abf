# caught-by: leaves_a_alone
# mistake: You seem to set A's gradients to zeros; weight decay still moves A.
# mistake[zh-CN]: 你似乎把 A 的梯度设成了全零；权重衰减仍会改变 A。
import torch.nn.functional as F


def train_only_b(A, B, optimizer, x, y):
    optimizer.zero_grad()
    features = A(x)
    loss = F.mse_loss(B(features), y)
    loss.backward()
    A.zero_grad(set_to_none=False)
    optimizer.step()
    return loss.item()
