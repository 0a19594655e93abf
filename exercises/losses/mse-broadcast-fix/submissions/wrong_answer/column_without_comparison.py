# caught-by: refuses_a_wrong_number_of_targets
# mistake: You seem to let a single target broadcast.
# mistake[zh-CN]: 你似乎让单个目标发生了广播。
import torch.nn.functional as F


def regression_loss(model, x, y):
    prediction = model(x)
    return F.mse_loss(prediction, y.reshape(-1, 1))
