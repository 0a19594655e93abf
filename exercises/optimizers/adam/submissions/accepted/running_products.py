class Adam:
    def __init__(self, params, lr=1e-3, betas=(0.9, 0.999), eps=1e-8, weight_decay=0, amsgrad=False):
        self.lr = lr
        self.entries = [{"p": p, "m": 0.0, "v": 0.0, "top": None, "c1": 1.0, "c2": 1.0} for p in params]
        self.hyper = (*betas, eps, weight_decay, amsgrad)

    def step(self):
        b1, b2, eps, decay, amsgrad = self.hyper
        for e in self.entries:
            p = e["p"]
            if p.grad is None:
                continue
            g = p.grad.detach() + decay * p.detach()
            e["c1"] *= b1
            e["c2"] *= b2
            e["m"] = b1 * e["m"] + (1 - b1) * g
            e["v"] = b2 * e["v"] + (1 - b2) * g * g
            e["top"] = e["v"] if e["top"] is None else e["top"].max(e["v"])
            v = e["top"] if amsgrad else e["v"]
            p.data.sub_(self.lr * (e["m"] / (1 - e["c1"])) / ((v / (1 - e["c2"])) ** 0.5 + eps))
