# caught-by: leaves_the_model_alone
# mistake: What the model's `.grad` held before seems to be in your result.
# mistake[zh-CN]: 模型 `.grad` 里原有的内容似乎混进了你的结果。
import torch
import torch.nn.functional as F


def parallel_grads(model, x, y, n_replicas):
    parameters = list(model.parameters())
    total = [torch.zeros_like(p) for p in parameters]
    for x_shard, y_shard in zip(x.tensor_split(n_replicas), y.tensor_split(n_replicas)):
        if len(x_shard) == 0:
            continue
        loss = F.mse_loss(model(x_shard), y_shard)
        gradients = torch.autograd.grad(loss, parameters)
        for accumulated, gradient in zip(total, gradients):
            accumulated += gradient * (len(x_shard) / len(x))
    return [t if p.grad is None else t + p.grad for t, p in zip(total, parameters)]
