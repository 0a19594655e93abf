# caught-by: ignores_padding
# mistake: You seem to read `output[:, -1]`, after the padding.
# mistake[zh-CN]: 你似乎读取了填充之后的 `output[:, -1]`。
import torch
from torch import nn


class Tagger(nn.Module):
    def __init__(self):
        super().__init__()
        self.embedding = nn.Embedding(8, 16, padding_idx=0)
        self.gru = nn.GRU(16, 16, batch_first=True)
        self.head = nn.Linear(16, 2)

    def forward(self, x, lengths):
        output, _ = self.gru(self.embedding(x))
        last = output[:, -1]
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
