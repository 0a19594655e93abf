# caught-by: takes_flat_targets
# mistake: You seem to sum instead of average.
# mistake[zh-CN]: 你似乎求了和而不是均值。
import torch.nn.functional as F


def regression_loss(model, x, y):
    prediction = model(x)
    return F.mse_loss(prediction, y.reshape(prediction.shape), reduction="sum")
