# caught-by: averages_without_momentum
# mistake: You seem to count the batches beside `num_batches_tracked`.
# mistake[zh-CN]: 你似乎在 `num_batches_tracked` 之外另外计数。
import torch
from torch import nn


class BatchNorm2d(nn.Module):
    def __init__(self, c, eps=1e-5, momentum=0.1, affine=True, track_running_stats=True):
        super().__init__()
        self.eps, self.momentum, self.affine, self.track = eps, momentum, affine, track_running_stats
        if affine:
            self.weight = nn.Parameter(torch.ones(c))
            self.bias = nn.Parameter(torch.zeros(c))
        if track_running_stats:
            self.register_buffer("running_mean", torch.zeros(c))
            self.register_buffer("running_var", torch.ones(c))
            self.register_buffer("num_batches_tracked", torch.tensor(0))
            self.k = 0

    def forward(self, x):
        if self.training or not self.track:
            var, mean = torch.var_mean(x, (0, 2, 3), unbiased=False)
            if self.track and self.training:
                with torch.no_grad():
                    n = x.numel() / x.shape[1]
                    self.num_batches_tracked += 1
                    self.k += 1
                    m = 1 / self.k if self.momentum is None else self.momentum
                    self.running_mean.lerp_(mean, m)
                    self.running_var.lerp_(var * n / (n - 1), m)
        else:
            mean, var = self.running_mean, self.running_var
        y = (x - mean[:, None, None]) * torch.rsqrt(var + self.eps)[:, None, None]
        if self.affine:
            y = y * self.weight[:, None, None] + self.bias[:, None, None]
        return y
