# caught-by: takes_flat_targets
# mistake: You seem to take the root of the mean.
# mistake[zh-CN]: 你似乎对均值开了方。
import torch.nn.functional as F


def regression_loss(model, x, y):
    prediction = model(x)
    return F.mse_loss(prediction, y.reshape(prediction.shape)).sqrt()
