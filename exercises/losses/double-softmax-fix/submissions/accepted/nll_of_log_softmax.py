import torch.nn.functional as F
from torch import nn


class Classifier(nn.Module):
    def __init__(self, in_features, num_classes):
        super().__init__()
        self.hidden = nn.Linear(in_features, 32)
        self.out = nn.Linear(32, num_classes)

    def forward(self, x):
        return self.out(F.relu(self.hidden(x)))

    def predict_proba(self, x):
        return nn.Softmax(dim=1)(self.forward(x))


def loss_fn(model, x, y):
    return F.nll_loss(F.log_softmax(model(x), dim=1), y)
