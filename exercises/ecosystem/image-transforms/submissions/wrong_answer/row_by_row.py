# caught-by: flips_with_probability_p
# mistake: You seem to toss for each row, not for the whole image.
# mistake[zh-CN]: 你似乎对每一行抽签，而不是对整幅图像。
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
        toss = torch.rand(x.shape[1], 1, generator=self.generator) < self.p
        return torch.where(toss, x.flip(-1), x)


class Compose:
    def __init__(self, transforms):
        self.transforms = transforms

    def __call__(self, x):
        for transform in self.transforms:
            x = transform(x)
        return x
