# caught-by: returns_logits
# mistake: You seem to apply softmax in evaluation mode.
# mistake[zh-CN]: 你似乎在评估模式下应用了 softmax。
import torch.nn.functional as F
from torch import nn


class Classifier(nn.Module):
    def __init__(self, in_features, num_classes):
        super().__init__()
        self.net = nn.Sequential(nn.Linear(in_features, 32), nn.ReLU(), nn.Linear(32, num_classes))

    def forward(self, x):
        return self.net(x) if self.training else F.softmax(self.net(x), 1)

    def predict_proba(self, x):
        return F.softmax(self(x), dim=1)


def loss_fn(model, x, y):
    return F.cross_entropy(model(x), y)
