# caught-by: takes_a_batch_of_one
# mistake: A batch of one seems to lose its axis.
# mistake[zh-CN]: 只有一个样本时，批维度似乎丢失了。
import torch.nn.functional as F


def regression_loss(model, x, y):
    prediction = model(x)
    prediction, y = prediction.squeeze(), y.squeeze()
    if len(prediction) != len(y):
        raise ValueError
    return F.mse_loss(prediction, y.reshape(prediction.shape))
