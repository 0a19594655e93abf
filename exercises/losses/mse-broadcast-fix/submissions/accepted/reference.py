import torch.nn.functional as F


def regression_loss(model, x, y):
    prediction = model(x)
    return F.mse_loss(prediction, y.reshape(prediction.shape))
