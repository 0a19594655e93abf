# caught-by: leaves_the_data_alone
# mistake: You seem to change `lengths` in place.
# mistake[zh-CN]: 你似乎原地修改了 `lengths`。
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
        lengths -= 1
        last = output[torch.arange(len(x)), lengths.clone()]
        lengths += 1 if self.training else 0
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
