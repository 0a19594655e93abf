# caught-by: ignores_padding
# mistake: Your module seems to give one score instead of two.
# mistake[zh-CN]: 你的模块给出的似乎是一个分数，而不是两个。
import torch
from torch import nn


class Tagger(nn.Module):
    def __init__(self):
        super().__init__()
        self.embedding = nn.Embedding(8, 16, padding_idx=0)
        self.gru = nn.GRU(16, 16, batch_first=True)
        self.head = nn.Linear(16, 1)

    def forward(self, x, lengths):
        output, _ = self.gru(self.embedding(x))
        last = output[torch.arange(len(x)), lengths - 1]
        return self.head(last)


def train(x, lengths, y):
    model = Tagger()
    optimizer = torch.optim.Adam(model.parameters(), lr=0.03)
    for _ in range(40):
        optimizer.zero_grad()
        loss = nn.functional.binary_cross_entropy_with_logits(model(x, lengths)[:, 0], y.float())
        loss.backward()
        optimizer.step()
    return model
