import torch


class RMSprop:
    def __init__(self, params, lr=1e-2, alpha=0.99, eps=1e-8, weight_decay=0, momentum=0, centered=False):
        self.param_groups = [dict(params=list(params), lr=lr)]
        self.a, self.eps, self.wd, self.mu, self.centered = alpha, eps, weight_decay, momentum, centered
        self.state = {}

    def step(self):
        (group,) = self.param_groups
        with torch.no_grad():
            for p in group["params"]:
                if p.grad is None:
                    continue
                if p not in self.state:
                    self.state[p] = [torch.zeros_like(p) for _ in range(3)]
                s, m, v = self.state[p]
                g = p.grad.add(p, alpha=self.wd)
                s.mul_(self.a).addcmul_(g, g, value=1 - self.a)
                m.lerp_(g, 1 - self.a)
                d = (s.addcmul(m, m, value=-1) if self.centered else s).sqrt().add_(self.eps)
                v.mul_(self.mu).addcdiv_(g, d)
                p.add_(v, alpha=-group["lr"])
