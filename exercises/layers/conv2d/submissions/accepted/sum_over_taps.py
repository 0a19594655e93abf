import torch
import torch.nn.functional as F


def two(v):
    return (v, v) if isinstance(v, int) else v


def conv2d(x, w, b=None, stride=1, padding=0, dilation=1, groups=1):
    (sh, sw), (ph, pw), (dh, dw) = two(stride), two(padding), two(dilation)
    x = F.pad(x, (pw, pw, ph, ph))
    kh, kw = w.shape[-2:]
    height = (x.shape[2] - dh * (kh - 1) - 1) // sh + 1
    width = (x.shape[3] - dw * (kw - 1) - 1) // sw + 1
    outputs = []
    for xs, ws in zip(x.chunk(groups, 1), w.chunk(groups, 0)):
        y = 0
        for u in range(kh):
            for v in range(kw):
                part = xs[
                    :, :, u * dh : u * dh + sh * (height - 1) + 1 : sh, v * dw : v * dw + sw * (width - 1) + 1 : sw
                ]
                y = y + torch.einsum("nchw,oc->nohw", part, ws[:, :, u, v])
        outputs.append(y)
    y = torch.cat(outputs, 1)
    return y if b is None else y + b.view(1, -1, 1, 1)
