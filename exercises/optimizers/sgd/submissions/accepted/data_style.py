class SGD:
    def __init__(self, params, lr=1e-3, momentum=0, dampening=0, weight_decay=0, nesterov=False):
        if nesterov and momentum == 0:
            raise ValueError("momentum")
        self.params = [*params]
        self.lr = lr
        self.mu, self.tau, self.wd, self.nesterov = momentum, dampening, weight_decay, nesterov
        self.v = {}

    def step(self):
        for p in self.params:
            if p.grad is None:
                continue
            g = p.grad.data + self.wd * p.data
            v = self.v.get(id(p))
            v = g if v is None else self.mu * v + (1 - self.tau) * g
            self.v[id(p)] = v
            if self.mu:
                g = g + self.mu * v if self.nesterov else v
            p.data = p.data - self.lr * g

    def zero_grad(self):
        for p in self.params:
            p.grad = None
