"""A new leaf with the numbers of the old state."""

import torch
import torch.nn.functional as F


def one_chunk(gru, head, x, y, state, opt):
    out, last = gru(x, state)
    loss = F.mse_loss(input=head(out), target=y)
    opt.zero_grad()
    loss.backward()
    opt.step()
    with torch.no_grad():
        return loss.item(), last.clone()


def run_chunks(gru, head, chunks, targets, opt):
    losses, state = [], None
    for x, y in zip(chunks, targets):
        loss, state = one_chunk(gru, head, x, y, state, opt)
        losses.append(loss)
    return losses
