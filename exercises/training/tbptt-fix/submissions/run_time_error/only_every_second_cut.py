# caught-by: runs_several_chunks
# mistake: The state seems to be cut off after every second chunk only.
# mistake[zh-CN]: 似乎每隔一段才切断一次状态。
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
        losses.append(loss.item())
        state = state.detach() if len(losses) % 2 == 0 else state
    return losses
