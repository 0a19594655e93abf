# caught-by: keeps_the_gradient_in_the_chunk
# mistake: No gradient seems to reach the GRU.
# mistake[zh-CN]: 梯度似乎没有传到 GRU。
import torch.nn.functional as F


def run_chunks(gru, head, chunks, targets, opt):
    state = None
    losses = []
    for x, y in zip(chunks, targets):
        out, state = gru(x, state)
        loss = F.mse_loss(head(out.detach()), y)
        opt.zero_grad()
        loss.backward()
        opt.step()
        losses.append(loss.item())
        state = state.detach()
    return losses
