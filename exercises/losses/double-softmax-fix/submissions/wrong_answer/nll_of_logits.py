# caught-by: takes_the_cross_entropy_of_the_logits
# mistake: You seem to feed logits to `nll_loss`.
# mistake[zh-CN]: 你似乎把 logits 直接交给了 `nll_loss`。
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
    return F.nll_loss(model(x), y)
