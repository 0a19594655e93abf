import torch


class SGD:
    def __init__(self, params, lr=1e-3, momentum=0, dampening=0, weight_decay=0, nesterov=False):
        if nesterov and not momentum:
            raise ValueError("Nesterov momentum requires a momentum")
        self.param_groups = [{"params": list(params), "lr": lr}]
        self.options = momentum, dampening, weight_decay, nesterov
        self.state = {}

    def step(self):
        momentum, dampening, weight_decay, nesterov = self.options
        with torch.no_grad():
            for group in self.param_groups:
                for p in group["params"]:
                    if p.grad is not None:
                        d = p.grad.add(p, alpha=weight_decay)
                        if momentum != 0:
                            if p in self.state:
                                self.state[p].mul_(momentum).add_(d, alpha=1 - dampening)
                            else:
                                self.state[p] = d.clone()
                            d = d.add(self.state[p], alpha=momentum) if nesterov else self.state[p]
                        p.add_(d, alpha=-group["lr"])

    def zero_grad(self):
        for p in self.param_groups[0]["params"]:
            if p.grad is not None:
                p.grad.zero_()
