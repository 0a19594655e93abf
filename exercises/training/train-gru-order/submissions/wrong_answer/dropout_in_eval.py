# caught-by: judges_each_by_itself
# mistake: Your dropout seems to be active in evaluation mode.
# mistake[zh-CN]: 你的 dropout 在评估模式下似乎仍然有效。
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
        last = output[torch.arange(len(x)), lengths - 1]
        return self.head(nn.functional.dropout(last, 0.1, training=True))


def train(x, lengths, y):
    model = Tagger()
    optimizer = torch.optim.Adam(model.parameters(), lr=0.03)
    for _ in range(40):
        optimizer.zero_grad()
        loss = nn.functional.cross_entropy(model(x, lengths), y)
        loss.backward()
        optimizer.step()
    return model
