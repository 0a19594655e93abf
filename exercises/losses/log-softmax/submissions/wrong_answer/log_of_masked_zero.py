# caught-by: has_a_gradient_beside_minus_infinity
# mistake: Beside `-inf` your gradient is NaN: a logarithm of 0 is taken there.
# mistake[zh-CN]: 在 `-inf` 旁边，你的梯度是 NaN：那里对 0 取了对数。
import torch


def log_softmax(x, dim):
    p = torch.softmax(x, dim)
    rare = (p < 1e-3) & torch.isfinite(x)
    return torch.where(rare, x - x.logsumexp(dim, keepdim=True), p.masked_fill(rare, 1).log())
