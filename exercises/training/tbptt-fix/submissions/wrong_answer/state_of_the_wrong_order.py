# caught-by: carries_the_state
# mistake: The state seems to be mixed up between the sequences of the batch.
# mistake[zh-CN]: 批次中各序列的状态似乎互相混淆了。
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
        state = state.detach().flip(1)
    return losses
