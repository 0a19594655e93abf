# caught-by: trains
# mistake: Later steps seem to depend on earlier ones; plain gradient descent has no memory.
# mistake[zh-CN]: 后面的更新似乎依赖前面的更新；普通梯度下降没有记忆。
import torch

velocities = {}


def sgd_step(params, lr):
    with torch.no_grad():
        for p in params:
            if p.requires_grad and p.grad is not None:
                v = velocities[id(p)] = 0.5 * velocities.get(id(p), 0) + p.grad
                p -= lr * v
    if len(velocities) > 3:
        velocities.clear()
