# caught-by: takes_flat_targets
# mistake: You seem to subtract (N,) from (N, 1): every pair is compared.
# mistake[zh-CN]: 你似乎用 (N, 1) 减 (N,)：每一对都被比较了。
import torch.nn.functional as F


def regression_loss(model, x, y):
    prediction = model(x)
    return F.mse_loss(prediction, y)
