# caught-by: clears_old_gradients
# mistake: B's gradients seem to add up from call to call.
# mistake[zh-CN]: B 的梯度似乎在各次调用之间累加。
import torch.nn.functional as F


def train_only_b(A, B, optimizer, x, y):

    features = A(x).detach()
    loss = F.mse_loss(B(features), y)
    loss.backward()
    optimizer.step()
    return loss.item()
