import torch
from torch import nn


def run_chunks(gru, head, chunks, targets, opt):
    first = chunks[0]
    hidden = first.new_zeros(gru.num_layers, first.size(0), gru.hidden_size)
    criterion, history = nn.MSELoss(), []
    for index in range(len(chunks)):
        opt.zero_grad(set_to_none=False)
        output, hidden = gru(chunks[index], hidden.detach())
        loss = criterion(head(output), targets[index])
        loss.backward()
        opt.step()
        history += [float(loss.detach())]
    return history
