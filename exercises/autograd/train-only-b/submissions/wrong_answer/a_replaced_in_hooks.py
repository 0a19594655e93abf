# caught-by: keeps_a_trainable
# mistake: A seems to keep something that stops later gradients.
# mistake[zh-CN]: A 里似乎留下了会阻断以后梯度的东西。
import torch.nn.functional as F


def train_only_b(A, B, optimizer, x, y):
    optimizer.zero_grad()
    A.register_forward_hook(lambda module, inputs, output: output.detach())
    features = A(x)
    loss = F.mse_loss(B(features), y)
    loss.backward()
    optimizer.step()
    return loss.item()
