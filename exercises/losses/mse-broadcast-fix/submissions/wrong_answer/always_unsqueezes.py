# caught-by: takes_column_targets
# mistake: You seem to add an axis to `y` always, also where it has shape (N, 1).
# mistake[zh-CN]: 你似乎总是给 `y` 加一个轴，即使它的形状已是 (N, 1)。
import torch.nn.functional as F


def regression_loss(model, x, y):
    prediction = model(x)
    return F.mse_loss(prediction, y.unsqueeze(1))
