# caught-by: follows_torch_by_default
# mistake: The averages seem to lack the factor 1 - beta.
# mistake[zh-CN]: 平均值似乎缺少系数 1 - beta。
import torch


class Adam:
    def __init__(self, params, lr=1e-3, betas=(0.9, 0.999), eps=1e-8, weight_decay=0, amsgrad=False):
        self.params = list(params)
        self.lr, self.eps, self.weight_decay, self.amsgrad = lr, eps, weight_decay, amsgrad
        self.beta1, self.beta2 = betas
        self.t = [0 for _ in self.params]
        self.m = [torch.zeros_like(p) for p in self.params]
        self.v = [torch.zeros_like(p) for p in self.params]
        self.v_max = [torch.zeros_like(p) for p in self.params]

    @torch.no_grad()
    def step(self):
        for i, p in enumerate(self.params):
            if p.grad is None:
                continue
            self.t[i] += 1
            g = p.grad + self.weight_decay * p
            self.m[i] = self.beta1 * self.m[i] + (1 - self.beta1) * g
            self.v[i] = self.beta2 * self.v[i] + g**2
            v = self.v[i]
            if self.amsgrad:
                v = self.v_max[i] = torch.maximum(self.v_max[i], v)
            m_hat = self.m[i] / (1 - self.beta1 ** self.t[i])
            v_hat = v / (1 - self.beta2 ** self.t[i])
            p -= self.lr * m_hat / (torch.sqrt(v_hat) + self.eps)
