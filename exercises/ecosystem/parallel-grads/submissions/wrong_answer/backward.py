# caught-by: leaves_the_model_alone
# mistake: You seem to leave gradients in the model's `.grad`.
# mistake[zh-CN]: 你似乎在模型的 `.grad` 里留下了梯度。
import torch
import torch.nn.functional as F


def parallel_grads(model, x, y, n_replicas):
    parameters = list(model.parameters())
    total = [torch.zeros_like(p) for p in parameters]
    for x_shard, y_shard in zip(x.tensor_split(n_replicas), y.tensor_split(n_replicas)):
        if len(x_shard) == 0:
            continue
        loss = F.mse_loss(model(x_shard), y_shard)
        model.zero_grad()
        loss.backward()
        gradients = [p.grad.clone() for p in parameters]
        for accumulated, gradient in zip(total, gradients):
            accumulated += gradient * (len(x_shard) / len(x))
    return total
