# caught-by: measures_over_the_channels
# mistake: One number for the whole image: the pixels must stay.
# mistake[zh-CN]: 整幅图只得到一个数：应保留每个像素。
import torch


def pixel_distance(f1, f2):
    return torch.linalg.vector_norm(f1 - f2, dim=(1, 2, 3))
