# caught-by: keeps_the_gradient_in_the_chunk
# mistake: There seems to be one step at the end instead of one per chunk.
# mistake[zh-CN]: 似乎只在最后更新了一步，而不是每段一步。
import torch.nn.functional as F


def run_chunks(gru, head, chunks, targets, opt):
    state = None
    losses = []
    total = 0
    for x, y in zip(chunks, targets):
        out, state = gru(x, state)
        loss = F.mse_loss(head(out), y)
        total = total + loss
        losses.append(loss.item())
    opt.zero_grad()
    total.backward()
    opt.step()
    return losses
