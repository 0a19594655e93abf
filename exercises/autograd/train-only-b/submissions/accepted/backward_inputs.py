import torch.nn.functional as F


def train_only_b(A, B, optimizer, x, y):
    B.zero_grad()
    loss = F.mse_loss(B(A(x)), y)
    loss.backward(inputs=list(B.parameters()))
    optimizer.step()
    return loss.tolist()
