# caught-by: leaves_the_model_alone
# mistake: You seem to change the model's parameters.
# mistake[zh-CN]: 你似乎修改了模型的参数。
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
    with torch.no_grad():
        for p, g in zip(parameters, total):
            p -= 0.1 * g
    return total
