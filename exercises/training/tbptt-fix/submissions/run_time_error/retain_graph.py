# caught-by: runs_several_chunks
# mistake: `retain_graph=True` keeps the old graphs instead of cutting them off.
# mistake[zh-CN]: `retain_graph=True` 是保留旧图，而不是切断它。
import torch.nn.functional as F


def run_chunks(gru, head, chunks, targets, opt):
    state = None
    losses = []
    for x, y in zip(chunks, targets):
        out, state = gru(x, state)
        loss = F.mse_loss(head(out), y)
        opt.zero_grad()
        loss.backward(retain_graph=True)
        opt.step()
        losses.append(loss.item())
    return losses
