# caught-by: trains_to_a_small_loss
# mistake: The loss seems to have no graph: nothing is trained.
# mistake[zh-CN]: 损失似乎没有计算图：什么也没有训练。
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
    return F.cross_entropy(model(x).detach(), y).requires_grad_()
