# caught-by: keeps_parameters_as_leaves
# mistake: The parameters seem to carry a graph, or to be replaced.
# mistake[zh-CN]: 参数似乎带有计算图，或者被替换了。
import torch


class SGD:
    def __init__(self, params, lr=1e-3, momentum=0, dampening=0, weight_decay=0, nesterov=False):
        if nesterov and momentum <= 0:
            raise ValueError("nesterov needs a momentum")
        self.params = list(params)
        self.lr, self.momentum, self.dampening = lr, momentum, dampening
        self.weight_decay, self.nesterov = weight_decay, nesterov
        self.velocity = [None] * len(self.params)

    def step(self):
        for i, p in enumerate(self.params):
            if p.grad is None:
                continue
            g = p.grad + self.weight_decay * p
            if self.momentum:
                if self.velocity[i] is None:
                    self.velocity[i] = g.clone()
                else:
                    self.velocity[i] = self.momentum * self.velocity[i] + (1 - self.dampening) * g
                v = self.velocity[i]
                g = g + self.momentum * v if self.nesterov else v
            self.params[i] = p - self.lr * g

    def zero_grad(self):
        for p in self.params:
            p.grad = None
