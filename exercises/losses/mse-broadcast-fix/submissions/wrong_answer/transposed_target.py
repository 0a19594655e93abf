# caught-by: takes_flat_targets
# mistake: You seem to compare every pair.
# mistake[zh-CN]: 你似乎比较了每一对。
import torch.nn.functional as F


def regression_loss(model, x, y):
    prediction = model(x)
    return F.mse_loss(
        prediction, y.reshape(1, -1).expand(len(x), len(x)) if len(x) == y.numel() else y.reshape(prediction.shape)
    )
