# caught-by: ignores_stale_gradients
# mistake: Stale gradients seem to take part in the first step.
# mistake[zh-CN]: 残留的梯度似乎参与了第一步。
import torch.nn.functional as F


def run_chunks(gru, head, chunks, targets, opt):
    state = None
    losses = []
    for x, y in zip(chunks, targets):
        out, state = gru(x, state)
        loss = F.mse_loss(head(out), y)
        loss.backward()
        opt.step()
        opt.zero_grad()
        losses.append(loss.item())
        state = state.detach()
    return losses
