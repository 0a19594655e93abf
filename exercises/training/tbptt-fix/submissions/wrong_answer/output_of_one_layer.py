# caught-by: carries_the_state
# mistake: The last output seems to be used as the state of all layers.
# mistake[zh-CN]: 最后的输出似乎被用作所有层的状态。
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
        state = out[:, -1].detach().expand_as(state).contiguous()
    return losses
