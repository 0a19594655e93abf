# caught-by: takes_column_targets
# mistake: Your loss seems to compare every pair when `y` has shape (N, 1).
# mistake[zh-CN]: `y` 形状为 (N, 1) 时，你的损失似乎比较了每一对。
import torch.nn.functional as F


def regression_loss(model, x, y):
    prediction = model(x)
    return F.mse_loss(prediction.squeeze(1), y)
