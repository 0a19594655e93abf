# caught-by: runs_several_chunks
# mistake: The squared errors seem to be added instead of averaged.
# mistake[zh-CN]: 平方误差似乎是求和，而不是求平均。
import torch.nn.functional as F


def run_chunks(gru, head, chunks, targets, opt):
    state = None
    losses = []
    for x, y in zip(chunks, targets):
        out, state = gru(x, state)
        loss = F.mse_loss(head(out), y, reduction="sum")
        opt.zero_grad()
        loss.backward()
        opt.step()
        losses.append(loss.item())
        state = state.detach()
    return losses
