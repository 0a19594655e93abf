"""Time on the first axis; the last state by gather; one-hot instead of an embedding."""

import torch
import torch.nn.functional as F
from torch import nn


class Tagger(nn.Module):
    def __init__(self):
        super().__init__()
        self.gru = nn.GRU(8, 32)
        self.fc = nn.Linear(32, 2)

    def forward(self, x, lengths):
        states, _ = self.gru(F.one_hot(x.t(), 8).float())
        index = (lengths.to(x.device) - 1).view(1, -1, 1).expand(1, -1, states.size(2))
        return self.fc(states.gather(0, index).squeeze(0))


def train(x, lengths, y):
    net = Tagger()
    optimizer = torch.optim.AdamW(net.parameters(), lr=0.03)
    for _ in range(60):
        loss = F.cross_entropy(net(x, lengths), y)
        optimizer.zero_grad()
        loss.backward()
        nn.utils.clip_grad_norm_(net.parameters(), 1.0)
        optimizer.step()
    return net
