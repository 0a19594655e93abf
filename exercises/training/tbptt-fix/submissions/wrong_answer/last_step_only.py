# caught-by: carries_the_state
# mistake: Only the last position of each chunk seems to be trained on.
# mistake[zh-CN]: 似乎只用了每段的最后一个位置。
import torch.nn.functional as F


def run_chunks(gru, head, chunks, targets, opt):
    state = None
    losses = []
    for x, y in zip(chunks, targets):
        out, state = gru(x, state)
        loss = F.mse_loss(head(out[:, -1]), y[:, -1])
        opt.zero_grad()
        loss.backward()
        opt.step()
        losses.append(loss.item())
        state = state.detach()
    return losses
