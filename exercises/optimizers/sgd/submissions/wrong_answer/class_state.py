# caught-by: reads_the_rate_at_each_step
# mistake: The velocities of one optimizer seem to reach another.
# mistake[zh-CN]: 一个优化器的速度似乎影响了另一个优化器。
import torch


class SGD:
    kept = {}

    def __init__(self, params, lr=1e-3, momentum=0, dampening=0, weight_decay=0, nesterov=False):
        if nesterov and momentum <= 0:
            raise ValueError("nesterov needs a momentum")
        self.params = list(params)
        self.lr, self.momentum, self.dampening = lr, momentum, dampening
        self.weight_decay, self.nesterov = weight_decay, nesterov
        self.velocity = self.kept

    @torch.no_grad()
    def step(self):
        for i, p in enumerate(self.params):
            if p.grad is None:
                continue
            g = p.grad + self.weight_decay * p
            if self.momentum:
                if i not in self.velocity:
                    self.velocity[i] = g.clone()
                else:
                    self.velocity[i] = self.momentum * self.velocity[i] + (1 - self.dampening) * g
                v = self.velocity[i]
                g = g + self.momentum * v if self.nesterov else v
            p -= self.lr * g

    def zero_grad(self):
        for p in self.params:
            p.grad = None
