# caught-by: judges_each_by_itself
# mistake: Your GRU seems to begin with the state of another batch.
# mistake[zh-CN]: 你的 GRU 似乎以另一个批次的状态开始。
import torch
from torch import nn


class Tagger(nn.Module):
    def __init__(self):
        super().__init__()
        self.embedding = nn.Embedding(8, 16, padding_idx=0)
        self.gru = nn.GRU(16, 16, batch_first=True)
        self.head = nn.Linear(16, 2)

    def forward(self, x, lengths):
        start = getattr(self, "state", None)
        if start is None or self.training:
            start = torch.zeros(1, 1, 16)
        output, hidden = self.gru(self.embedding(x), start.expand(1, len(x), 16).contiguous())
        self.state = hidden[:, :1].detach()
        last = output[torch.arange(len(x)), lengths - 1]
        return self.head(last)


def train(x, lengths, y):
    model = Tagger()
    optimizer = torch.optim.Adam(model.parameters(), lr=0.03)
    for _ in range(40):
        optimizer.zero_grad()
        loss = nn.functional.cross_entropy(model(x, lengths), y)
        loss.backward()
        optimizer.step()
    return model
