# caught-by: tells_which_came_first
# mistake: You seem to add or average embeddings, which have no order.
# mistake[zh-CN]: 你似乎把嵌入相加或平均，这样就没有了顺序。
import torch
from torch import nn


class Tagger(nn.Module):
    def __init__(self):
        super().__init__()
        self.embedding = nn.Embedding(8, 16, padding_idx=0)
        self.gru = nn.GRU(16, 16, batch_first=True)
        self.head = nn.Linear(16, 2)

    def forward(self, x, lengths):
        last = self.embedding(x).sum(1) / lengths[:, None]
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
