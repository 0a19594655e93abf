# caught-by: clears_old_gradients
# mistake: You seem to clear the gradients only after the step; those from before the call remain.
# mistake[zh-CN]: 你似乎只在更新之后清零；调用之前的梯度仍然保留。
import torch.nn.functional as F


def train_only_b(A, B, optimizer, x, y):
    features = A(x).detach()
    loss = F.mse_loss(B(features), y)
    loss.backward()
    optimizer.step()
    optimizer.zero_grad()
    return loss.item()
