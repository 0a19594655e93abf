# caught-by: runs_several_chunks
# mistake: Errors at later chunks seem to be swallowed.
# mistake[zh-CN]: 后面各段的错误似乎被吞掉了。
import torch.nn.functional as F


def run_chunks(gru, head, chunks, targets, opt):
    state = None
    losses = []
    for x, y in zip(chunks, targets):
        out, state = gru(x, state)
        loss = F.mse_loss(head(out), y)
        opt.zero_grad()
        try:
            loss.backward()
        except RuntimeError:
            break
        opt.step()
        losses.append(loss.item())
    return losses
