"""Modules by name, in a loop; the shortcut is an Identity where x fits."""

from torch import nn


class Bottleneck(nn.Module):
    def __init__(self, c_in, width, stride=1):
        super().__init__()
        layers = ((c_in, width, 1, 1, 0), (width, width, 3, stride, 1), (width, 4 * width, 1, 1, 0))
        for number, (a, b, kernel, step, padding) in enumerate(layers, start=1):
            self.add_module(f"conv{number}", nn.Conv2d(a, b, kernel, step, padding, bias=False))
            self.add_module(f"bn{number}", nn.BatchNorm2d(b))
        fits = stride == 1 and c_in == 4 * width
        shortcut = [] if fits else [nn.Conv2d(c_in, 4 * width, 1, stride, bias=False), nn.BatchNorm2d(4 * width)]
        self.downsample = nn.Sequential(*shortcut) if shortcut else nn.Identity()

    def forward(self, x):
        shortcut = self.downsample(x)
        for number in (1, 2, 3):
            x = getattr(self, f"bn{number}")(getattr(self, f"conv{number}")(x))
            if number == 3:
                x = x + shortcut
            x = x.clamp(min=0)
        return x
