# caught-by: keeps_parameters_as_leaves
# mistake: `zero_grad()` seems to stop at the first `.grad` that is None.
# mistake[zh-CN]: `zero_grad()` 似乎遇到第一个为 None 的 `.grad` 就停止了。
import torch


class SGD:
    def __init__(self, params, lr=1e-3, momentum=0, dampening=0, weight_decay=0, nesterov=False):
        if nesterov and momentum == 0:
            raise ValueError("nesterov needs momentum")
        self.params = list(params)
        self.lr, self.mu, self.damp, self.wd, self.nesterov = lr, momentum, dampening, weight_decay, nesterov
        self.v = [None] * len(self.params)

    @torch.no_grad()
    def step(self):
        for i, p in enumerate(self.params):
            if p.grad is None:
                continue
            g = p.grad + self.wd * p
            if self.mu:
                if self.v[i] is None:
                    self.v[i] = g.clone()
                else:
                    self.v[i] = self.mu * self.v[i] + (1 - self.damp) * g
                g = g + self.mu * self.v[i] if self.nesterov else self.v[i]
            p -= self.lr * g

    def zero_grad(self):
        for p in self.params:
            if p.grad is None:
                break
            p.grad = None
