# caught-by: carries_the_state
# mistake: Each chunk seems to start from the zero state.
# mistake[zh-CN]: 每一段似乎都从零状态开始。
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
        state = None
    return losses
