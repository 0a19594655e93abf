# caught-by: keeps_the_gradient_in_the_chunk
# mistake: The gradients seem to be emptied once, not for each chunk.
# mistake[zh-CN]: 梯度似乎只清空了一次，而不是每段都清空。
import torch.nn.functional as F


def run_chunks(gru, head, chunks, targets, opt):
    state = None
    losses = []
    opt.zero_grad()
    for x, y in zip(chunks, targets):
        out, state = gru(x, state)
        loss = F.mse_loss(head(out), y)
        loss.backward()
        opt.step()
        losses.append(loss.item())
        state = state.detach()
    return losses
