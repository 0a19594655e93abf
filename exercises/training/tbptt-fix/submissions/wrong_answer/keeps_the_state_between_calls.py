# caught-by: forgets_earlier_calls
# mistake: The state seems to be kept between calls.
# mistake[zh-CN]: 状态似乎在两次调用之间保留了下来。
import torch.nn.functional as F


kept = {}


def run_chunks(gru, head, chunks, targets, opt):
    state = kept.get(id(gru))
    losses = []
    for x, y in zip(chunks, targets):
        out, state = gru(x, state)
        loss = F.mse_loss(head(out), y)
        opt.zero_grad()
        loss.backward()
        opt.step()
        losses.append(loss.item())
        state = state.detach()
    kept[id(gru)] = state
    return losses
