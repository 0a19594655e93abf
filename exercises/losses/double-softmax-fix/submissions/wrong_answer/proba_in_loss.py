# caught-by: takes_the_cross_entropy_of_the_logits
# mistake: The loss seems to apply a softmax before `cross_entropy`.
# mistake[zh-CN]: 损失似乎在 `cross_entropy` 之前做了 softmax。
import torch.nn.functional as F
from torch import nn


class Classifier(nn.Module):
    def __init__(self, in_features, num_classes):
        super().__init__()
        self.net = nn.Sequential(nn.Linear(in_features, 32), nn.ReLU(), nn.Linear(32, num_classes))

    def forward(self, x):
        return self.net(x)

    def predict_proba(self, x):
        return F.softmax(self(x), dim=1)


def loss_fn(model, x, y):
    return F.cross_entropy(model.predict_proba(x), y)
