# caught-by: refuses_a_wrong_number_of_targets
# mistake: You seem to repeat a single target.
# mistake[zh-CN]: 你似乎重复了单个目标。
import torch.nn.functional as F


def regression_loss(model, x, y):
    prediction = model(x)
    return F.mse_loss(prediction, y.reshape(-1, 1).expand_as(prediction))
