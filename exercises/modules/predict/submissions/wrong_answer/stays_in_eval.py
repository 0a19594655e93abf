# caught-by: restores_each_mode
# mistake: The model seems to stay in evaluation mode.
# mistake[zh-CN]: 模型似乎停留在了评估模式。
import torch


def predict(model, x):
    model.eval()
    with torch.no_grad():
        return model(x)
