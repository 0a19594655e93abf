# caught-by: carries_the_state
# mistake: Every chunk seems to start from the state after the first.
# mistake[zh-CN]: 每一段似乎都从第一段之后的状态开始。
import torch.nn.functional as F


def run_chunks(gru, head, chunks, targets, opt):
    state = None
    losses = []
    for x, y in zip(chunks, targets):
        out, last = gru(x, state)
        state = last if state is None else state
        loss = F.mse_loss(head(out), y)
        opt.zero_grad()
        loss.backward()
        opt.step()
        losses.append(loss.item())
        state = state.detach()
    return losses
