# quizzer: pixel-distance
"""How far apart are two feature maps, pixel by pixel?"""

import torch


def pixel_distance(f1, f2):
    """The Euclidean distance over the channels of two (N, C, H, W) maps, as (N, H, W)."""
    raise NotImplementedError("write pixel_distance")
