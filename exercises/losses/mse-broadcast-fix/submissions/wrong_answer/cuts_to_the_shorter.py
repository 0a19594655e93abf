# caught-by: refuses_a_wrong_number_of_targets
# mistake: You seem to cut to the shorter of the two.
# mistake[zh-CN]: 你似乎按较短的一方做了截断。
import torch.nn.functional as F


def regression_loss(model, x, y):
    prediction = model(x)
    n = min(len(prediction), y.numel())
    prediction, y = prediction[:n], y.reshape(-1)[:n]
    return F.mse_loss(prediction, y.reshape(prediction.shape))
