# caught-by: takes_flat_targets
# mistake: You seem to take another loss than the squared error.
# mistake[zh-CN]: 你似乎用了别的损失，而不是平方误差。
import torch.nn.functional as F


def regression_loss(model, x, y):
    prediction = model(x)
    return F.l1_loss(prediction, y.reshape(prediction.shape))
