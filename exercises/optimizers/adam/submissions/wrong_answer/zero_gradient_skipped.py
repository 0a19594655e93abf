# caught-by: follows_torch_by_default
# mistake: You seem to skip a parameter whose gradient is zero.
# mistake[zh-CN]: 你似乎跳过了梯度为零的参数。
import torch


class Adam:
    def __init__(self, params, lr=1e-3, betas=(0.9, 0.999), eps=1e-8, weight_decay=0, amsgrad=False):
        self.params = list(params)
        self.lr, self.betas, self.eps, self.wd, self.ams = lr, betas, eps, weight_decay, amsgrad
        self.state = {}

    @torch.no_grad()
    def step(self):
        b1, b2 = self.betas
        for p in self.params:
            if p.grad is None or not p.grad.any():
                continue
            st = self.state.setdefault(
                id(p), dict(t=0, m=torch.zeros_like(p), v=torch.zeros_like(p), x=torch.zeros_like(p))
            )
            st["t"] += 1
            t = st["t"]
            g = p.grad + self.wd * p
            st["m"] = b1 * st["m"] + (1 - b1) * g
            st["v"] = b2 * st["v"] + (1 - b2) * g * g
            u = st["v"]
            if self.ams:
                u = st["x"] = torch.maximum(st["x"], u)
            p -= self.lr * (st["m"] / (1 - b1**t)) / (torch.sqrt(u / (1 - b2**t)) + self.eps)
