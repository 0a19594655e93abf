# caught-by: runs_several_chunks
# mistake: You seem to return tensors instead of floats.
# mistake[zh-CN]: 你返回的似乎是张量，而不是 float。
import torch.nn.functional as F


def run_chunks(gru, head, chunks, targets, opt):
    state = None
    losses = []
    for x, y in zip(chunks, targets):
        out, state = gru(x, state)
        loss = F.mse_loss(head(out), y)
        opt.zero_grad()
        loss.backward()
        opt.step()
        losses.append(loss.detach())
        state = state.detach()
    return losses
