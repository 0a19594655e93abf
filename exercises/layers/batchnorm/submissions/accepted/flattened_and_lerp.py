import torch
from torch import nn


class BatchNorm2d(nn.Module):
    def __init__(self, c, eps=1e-5, momentum=0.1, affine=True, track_running_stats=True):
        super().__init__()
        self.eps = eps
        self.momentum = momentum
        self.register_parameter("weight", nn.Parameter(torch.ones(c)) if affine else None)
        self.register_parameter("bias", nn.Parameter(torch.zeros(c)) if affine else None)
        self.register_buffer("running_mean", torch.zeros(c) if track_running_stats else None)
        self.register_buffer("running_var", torch.ones(c) if track_running_stats else None)
        count = torch.tensor(0, dtype=torch.long) if track_running_stats else None
        self.register_buffer("num_batches_tracked", count)

    def forward(self, x):
        flat = x.transpose(0, 1).flatten(1)
        mean, var = self.running_mean, self.running_var
        if self.training or mean is None:
            if mean is not None:
                with torch.no_grad():
                    self.num_batches_tracked.add_(1)
                    m = self.momentum
                    m = 1 / self.num_batches_tracked if m is None else torch.as_tensor(m, device=x.device)
                    mean.lerp_(flat.mean(1), m.to(x.dtype))
                    var.lerp_(flat.var(1), m.to(x.dtype))
            mean, var = flat.mean(1), flat.var(1, unbiased=False)
        scale = (var + self.eps).rsqrt()
        if self.weight is not None:
            scale = scale * self.weight
        shift = -mean * scale if self.bias is None else self.bias - mean * scale
        return x * scale.view(1, -1, 1, 1) + shift.view(1, -1, 1, 1)
