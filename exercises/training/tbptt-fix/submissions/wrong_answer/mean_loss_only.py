# caught-by: runs_several_chunks
# mistake: You seem to return one loss for all chunks.
# mistake[zh-CN]: 你似乎只为所有段返回了一个损失。
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
        state = state.detach()
    return [sum(losses) / len(losses)]
