# caught-by: carries_the_state
# mistake: The state seems to be computed again with the new weights.
# mistake[zh-CN]: 状态似乎用更新后的权重又算了一遍。
import torch.nn.functional as F


def run_chunks(gru, head, chunks, targets, opt):
    state = None
    losses = []
    for x, y in zip(chunks, targets):
        before = state
        out, state = gru(x, state)
        loss = F.mse_loss(head(out), y)
        opt.zero_grad()
        loss.backward()
        opt.step()
        losses.append(loss.item())
        state = gru(x, before)[1].detach()
    return losses
