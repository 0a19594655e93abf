class RMSprop:
    def __init__(self, params, lr=1e-2, alpha=0.99, eps=1e-8, weight_decay=0, momentum=0, centered=False):
        self.params, self.lr = tuple(params), lr
        self.hyper = alpha, eps, weight_decay, momentum, centered
        self.s, self.a, self.v = {}, {}, {}

    def step(self):
        alpha, eps, decay, mu, centered = self.hyper
        for k, p in enumerate(self.params):
            if p.grad is not None:
                g = p.grad.detach() + decay * p.detach()
                self.s[k] = alpha * self.s.get(k, 0) + (1 - alpha) * g * g
                self.a[k] = alpha * self.a.get(k, 0) + (1 - alpha) * g
                spread = self.s[k] - self.a[k] * self.a[k] if centered else self.s[k]
                self.v[k] = mu * self.v.get(k, 0) + g / (spread**0.5 + eps)
                p.data -= self.lr * self.v[k]
