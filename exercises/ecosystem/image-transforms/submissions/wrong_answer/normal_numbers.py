# caught-by: flips_with_probability_p
# mistake: You seem to draw normal numbers where uniform ones are needed.
# mistake[zh-CN]: 你似乎抽取了正态随机数，而这里需要均匀随机数。
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
        return (x - mean) / std


class RandomHorizontalFlip:
    def __init__(self, p, generator):
        self.p = p
        self.generator = generator

    def __call__(self, x):
        if abs(torch.randn(1, generator=self.generator).item()) < self.p * 1e9 * (self.p == 1) + self.p:
            return x.flip(-1)
        return x


class Compose:
    def __init__(self, transforms):
        self.transforms = transforms

    def __call__(self, x):
        for transform in self.transforms:
            x = transform(x)
        return x
