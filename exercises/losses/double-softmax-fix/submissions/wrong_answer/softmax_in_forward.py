# caught-by: returns_logits
# mistake: `forward` seems to return probabilities.
# mistake[zh-CN]: `forward` 返回的似乎是概率。
import torch.nn.functional as F
from torch import nn


class Classifier(nn.Module):
    def __init__(self, in_features, num_classes):
        super().__init__()
        self.net = nn.Sequential(nn.Linear(in_features, 32), nn.ReLU(), nn.Linear(32, num_classes))

    def forward(self, x):
        return F.softmax(self.net(x), dim=1)

    def predict_proba(self, x):
        return self(x)


def loss_fn(model, x, y):
    return F.cross_entropy(model(x), y)
