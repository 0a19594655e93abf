# quizzer: tbptt-fix
"""Training on a long sequence in chunks, which fails at the second chunk: repair it."""

import torch.nn.functional as F


def run_chunks(gru, head, chunks, targets, opt):
    """One step per chunk, the hidden state carried on; return the losses."""
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
