from torch import nn


def regression_loss(model, x, y):
    prediction = model(x).squeeze(1)
    assert y.numel() == len(prediction)
    return nn.MSELoss()(prediction, y.view(-1))
