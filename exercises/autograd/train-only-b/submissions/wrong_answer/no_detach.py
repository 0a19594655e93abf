# caught-by: leaves_a_alone
# mistake: A seems to be trained as well: the graph is not cut.
# mistake[zh-CN]: A 似乎也被训练了：计算图没有切断。
import torch.nn.functional as F


def train_only_b(A, B, optimizer, x, y):
    optimizer.zero_grad()
    features = A(x)
    loss = F.mse_loss(B(features), y)
    loss.backward()
    optimizer.step()
    return loss.item()
