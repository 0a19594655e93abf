# caught-by: carries_the_state
# mistake: The state does not seem to be given to the GRU.
# mistake[zh-CN]: 状态似乎没有传给 GRU。
import torch.nn.functional as F


def run_chunks(gru, head, chunks, targets, opt):
    state = None
    losses = []
    for x, y in zip(chunks, targets):
        out, state = gru(x)
        loss = F.mse_loss(head(out), y)
        opt.zero_grad()
        loss.backward()
        opt.step()
        losses.append(loss.item())
        state = state.detach()
    return losses
