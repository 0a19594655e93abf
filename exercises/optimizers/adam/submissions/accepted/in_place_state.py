import math

import torch


class Adam:
    def __init__(self, params, lr=1e-3, betas=(0.9, 0.999), eps=1e-8, weight_decay=0, amsgrad=False):
        self.param_groups = [{"params": [p for p in params], "lr": lr}]
        self.betas, self.eps, self.weight_decay, self.amsgrad = betas, eps, weight_decay, amsgrad
        self.state = {}

    def step(self):
        group = self.param_groups[0]
        b1, b2 = self.betas
        with torch.no_grad():
            for p in group["params"]:
                if p.grad is None:
                    continue
                s = self.state.setdefault(
                    p, {"t": 0, "m": torch.zeros_like(p), "v": torch.zeros_like(p), "max": torch.zeros_like(p)}
                )
                s["t"] += 1
                g = p.grad.add(p, alpha=self.weight_decay) if self.weight_decay else p.grad
                s["m"].lerp_(g, 1 - b1)
                s["v"].mul_(b2).addcmul_(g, g, value=1 - b2)
                torch.maximum(s["max"], s["v"], out=s["max"])
                second = s["max"] if self.amsgrad else s["v"]
                denominator = second.sqrt().div_(math.sqrt(1 - b2 ** s["t"])).add_(self.eps)
                p.addcdiv_(s["m"], denominator, value=-group["lr"] / (1 - b1 ** s["t"]))
