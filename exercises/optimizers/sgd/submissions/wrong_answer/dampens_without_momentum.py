# caught-by: dampens_from_the_second_step
# mistake: You seem to dampen the gradient also where there is no momentum.
# mistake[zh-CN]: 没有动量时，你似乎也对梯度做了阻尼。
import torch


class SGD:
    def __init__(self, params, lr=1e-3, momentum=0, dampening=0, weight_decay=0, nesterov=False):
        if nesterov and momentum <= 0:
            raise ValueError("nesterov needs a momentum")
        self.params = list(params)
        self.lr, self.momentum, self.dampening = lr, momentum, dampening
        self.weight_decay, self.nesterov = weight_decay, nesterov
        self.velocity = [None] * len(self.params)

    @torch.no_grad()
    def step(self):
        for i, p in enumerate(self.params):
            if p.grad is None:
                continue
            g = p.grad + self.weight_decay * p
            if self.velocity[i] is None:
                self.velocity[i] = g.clone()
            else:
                self.velocity[i] = self.momentum * self.velocity[i] + (1 - self.dampening) * g
            v = self.velocity[i]
            g = g + self.momentum * v if self.nesterov else v
            p -= self.lr * g

    def zero_grad(self):
        for p in self.params:
            p.grad = None
