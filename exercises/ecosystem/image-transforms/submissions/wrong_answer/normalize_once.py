# caught-by: normalises_again
# mistake: The second call of Normalize seems to return its input.
# mistake[zh-CN]: 第二次调用 Normalize 似乎直接返回了输入。
import numpy as np
import torch


def to_tensor(image):
    return torch.from_numpy(np.ascontiguousarray(image)).permute(2, 0, 1).float() / 255


class Normalize:
    def __init__(self, mean, std):
        self.mean = mean
        self.std = std

    def __call__(self, x):
        mean = torch.tensor(self.mean, dtype=x.dtype, device=x.device)[:, None, None]
        std = torch.tensor(self.std, dtype=x.dtype, device=x.device)[:, None, None]
        if getattr(self, "done", False):
            return x
        self.done = True
        return (x - mean) / std


class RandomHorizontalFlip:
    def __init__(self, p, generator):
        self.p = p
        self.generator = generator

    def __call__(self, x):
        if torch.rand(1, generator=self.generator).item() < self.p:
            return x.flip(-1)
        return x


class Compose:
    def __init__(self, transforms):
        self.transforms = transforms

    def __call__(self, x):
        for transform in self.transforms:
            x = transform(x)
        return x
