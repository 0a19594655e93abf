# caught-by: keeps_parameters_as_leaves
# mistake: The parameters seem to be replaced or to carry a graph.
# mistake[zh-CN]: 参数似乎被替换了，或者带有计算图。
import torch


class RMSprop:
    def __init__(self, params, lr=1e-2, alpha=0.99, eps=1e-8, weight_decay=0, momentum=0, centered=False):
        self.params = list(params)
        self.lr, self.alpha, self.eps = lr, alpha, eps
        self.weight_decay, self.momentum, self.centered = weight_decay, momentum, centered
        self.square = [torch.zeros_like(p) for p in self.params]
        self.mean = [torch.zeros_like(p) for p in self.params]
        self.velocity = [torch.zeros_like(p) for p in self.params]

    def step(self):
        for i, p in enumerate(self.params):
            if p.grad is None:
                continue
            g = p.grad + self.weight_decay * p
            self.square[i] = self.alpha * self.square[i] + (1 - self.alpha) * g**2
            average = self.square[i]
            if self.centered:
                self.mean[i] = self.alpha * self.mean[i] + (1 - self.alpha) * g
                average = average - self.mean[i] ** 2
            g = g / (torch.sqrt(average) + self.eps)
            if self.momentum:
                self.velocity[i] = self.momentum * self.velocity[i] + g
                g = self.velocity[i]
            self.params[i] = p - self.lr * g
