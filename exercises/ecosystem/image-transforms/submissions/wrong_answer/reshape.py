# caught-by: makes_tensors
# mistake: You seem to reshape where the axes should be permuted.
# mistake[zh-CN]: 你似乎用了 reshape，而应当交换轴。
import numpy as np
import torch


def to_tensor(image):
    return (
        torch.from_numpy(np.ascontiguousarray(image)).reshape(image.shape[2], image.shape[0], image.shape[1]).float()
        / 255
    )


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
