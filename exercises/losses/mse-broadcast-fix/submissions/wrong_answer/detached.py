# caught-by: differentiates
# mistake: The gradient does not seem to reach the model.
# mistake[zh-CN]: 梯度似乎传不到模型。
import torch.nn.functional as F


def regression_loss(model, x, y):
    prediction = model(x).detach().requires_grad_()
    return F.mse_loss(prediction, y.reshape(prediction.shape))
