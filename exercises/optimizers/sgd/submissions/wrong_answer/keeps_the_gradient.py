# caught-by: leaves_the_gradients_alone
# mistake: You seem to keep the gradient itself as the velocity.
# mistake[zh-CN]: 你似乎直接把梯度张量当作速度保存。
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
            g = p.grad.add(p, alpha=self.wd) if self.wd else p.grad
            if self.mu:
                if self.v[i] is None:
                    self.v[i] = g
                else:
                    self.v[i] = self.v[i].mul(self.mu) + (1 - self.damp) * g
                g = g + self.mu * self.v[i] if self.nesterov else self.v[i]
            p -= self.lr * g

    def zero_grad(self):
        for p in self.params:
            p.grad = None
