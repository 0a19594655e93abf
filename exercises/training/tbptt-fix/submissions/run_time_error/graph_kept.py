# caught-by: runs_several_chunks
# mistake: The state still carries the graph of its chunk.
# mistake[zh-CN]: 状态仍带着它那一段的计算图。
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
    return losses
