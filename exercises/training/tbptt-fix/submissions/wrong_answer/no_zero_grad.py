# caught-by: keeps_the_gradient_in_the_chunk
# mistake: The gradients of earlier chunks seem to be added.
# mistake[zh-CN]: 似乎累加了之前各段的梯度。
import torch.nn.functional as F


def run_chunks(gru, head, chunks, targets, opt):
    state = None
    losses = []
    for x, y in zip(chunks, targets):
        out, state = gru(x, state)
        loss = F.mse_loss(head(out), y)
        loss.backward()
        opt.step()
        losses.append(loss.item())
        state = state.detach()
    return losses
