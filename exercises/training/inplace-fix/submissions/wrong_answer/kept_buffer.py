# caught-by: keeps_calls_apart
# mistake: Your results seem to share one memory between calls.
# mistake[zh-CN]: 各次调用的结果似乎共用一块内存。
import torch

buffers = {}


class Gate(torch.autograd.Function):
    @staticmethod
    def forward(ctx, x, w):
        h = buffers.setdefault((x.shape, x.dtype), torch.empty_like(x))
        h.copy_(torch.tanh(x @ w))
        ctx.kept = x, w, h
        return x + h * torch.sigmoid(h)

    @staticmethod
    def backward(ctx, upstream):
        x, w, h = ctx.kept
        g = torch.sigmoid(h)
        inner = upstream * (g + h * g * (1 - g)) * (1 - h**2)
        width = w.shape[0]
        return upstream + inner @ w.mT, x.reshape(-1, width).mT @ inner.reshape(-1, width)


def gate(x, w):
    return Gate.apply(x, w)
