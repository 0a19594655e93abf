# caught-by: leaves_the_target_alone
# mistake: You seem to change the shape of the caller's `y`.
# mistake[zh-CN]: 你似乎改变了调用者的 `y` 的形状。
import torch.nn.functional as F


def regression_loss(model, x, y):
    prediction = model(x)
    y = y.resize_(len(x), 1) if y.numel() == len(x) else y
    return F.mse_loss(prediction, y.reshape(prediction.shape))
