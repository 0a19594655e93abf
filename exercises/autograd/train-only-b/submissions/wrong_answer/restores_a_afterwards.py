# caught-by: gives_a_no_gradient
# mistake: You seem to train A and put its old values back; its gradients remain.
# mistake[zh-CN]: 你似乎训练了 A 再把旧值放回去；它的梯度却留了下来。
import torch
import torch.nn.functional as F


def train_only_b(A, B, optimizer, x, y):
    before = [p.detach().clone() for p in A.parameters()]
    optimizer.zero_grad()
    loss = F.mse_loss(B(A(x)), y)
    loss.backward()
    optimizer.step()
    with torch.no_grad():
        for p, old in zip(A.parameters(), before):
            p.copy_(old)
    return loss.item()
