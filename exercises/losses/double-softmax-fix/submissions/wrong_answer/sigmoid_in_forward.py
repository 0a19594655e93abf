# caught-by: returns_logits
# mistake: `forward` seems to squash the scores.
# mistake[zh-CN]: `forward` 似乎压缩了分数。
import torch.nn.functional as F
from torch import nn


class Classifier(nn.Module):
    def __init__(self, in_features, num_classes):
        super().__init__()
        self.net = nn.Sequential(nn.Linear(in_features, 32), nn.ReLU(), nn.Linear(32, num_classes))

    def forward(self, x):
        return self.net(x).sigmoid()

    def predict_proba(self, x):
        return F.softmax(self(x), dim=1)


def loss_fn(model, x, y):
    return F.cross_entropy(model(x), y)
