# caught-by: evaluates
# mistake: You seem to leave the model in training mode: dropout and BatchNorm do as in training.
# mistake[zh-CN]: 你似乎让模型停留在训练模式：dropout 和 BatchNorm 的行为与训练时相同。
import torch


def predict(model, x):
    with torch.no_grad():
        return model(x)
