# caught-by: takes_a_generator
# mistake: You seem to keep `params` as it came: a generator is used up after the first step.
# mistake[zh-CN]: 你似乎原样保存了 `params`：生成器在第一步之后就耗尽了。
import torch


class Adam:
    def __init__(self, params, lr=1e-3, betas=(0.9, 0.999), eps=1e-8, weight_decay=0, amsgrad=False):
        self.params = params
        self.lr, self.betas, self.eps, self.weight_decay, self.amsgrad = lr, betas, eps, weight_decay, amsgrad
        self.state = {}

    @torch.no_grad()
    def step(self):
        beta1, beta2 = self.betas
        for p in self.params:
            if p.grad is None:
                continue
            if p not in self.state:
                self.state[p] = {"t": 0, "m": torch.zeros_like(p), "v": torch.zeros_like(p), "top": torch.zeros_like(p)}
            s = self.state[p]
            s["t"] += 1
            g = p.grad + self.weight_decay * p
            s["m"] = beta1 * s["m"] + (1 - beta1) * g
            s["v"] = beta2 * s["v"] + (1 - beta2) * g**2
            s["top"] = torch.maximum(s["top"], s["v"])
            v = s["top"] if self.amsgrad else s["v"]
            p -= self.lr * (s["m"] / (1 - beta1 ** s["t"])) / (torch.sqrt(v / (1 - beta2 ** s["t"])) + self.eps)
