# caught-by: keeps_the_gradient_in_the_chunk
# mistake: The gradients of all chunks seem to be added up before the step.
# mistake[zh-CN]: 似乎把各段的梯度累加起来才更新。
import torch.nn.functional as F


def run_chunks(gru, head, chunks, targets, opt):
    state = None
    losses = []
    opt.zero_grad()
    for x, y in zip(chunks, targets):
        out, state = gru(x, state)
        loss = F.mse_loss(head(out), y)
        loss.backward()
        losses.append(loss.item())
        state = state.detach()
    opt.step()
    return losses
