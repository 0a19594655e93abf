# caught-by: has_a_gradient_at_rare_classes
# mistake: Your values are right, but the gradient at rare classes is cut off or NaN.
# mistake[zh-CN]: 值是对的，但稀少类别处的梯度被切断了，或者是 NaN。
import torch


def log_softmax(x, dim):
    y = x - x.amax(dim, keepdim=True)
    total = y.exp().sum(dim, keepdim=True).log()
    return torch.where((y < -80) & torch.isfinite(y), y.detach(), y) - total
