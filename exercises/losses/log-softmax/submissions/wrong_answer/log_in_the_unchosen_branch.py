# caught-by: has_a_gradient_at_rare_classes
# mistake: Your values are right, but the gradient at rare classes is cut off or NaN.
# mistake[zh-CN]: 值是对的，但稀少类别处的梯度被切断了，或者是 NaN。
import torch


def log_softmax(x, dim):
    p = torch.softmax(x, dim)
    return torch.where(p > 1e-3, p.log(), x - x.logsumexp(dim, keepdim=True))
