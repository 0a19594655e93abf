# caught-by: picks_from_a_cube
# mistake: You seem to sort the lengths.
# mistake[zh-CN]: 你似乎对长度排了序。
import torch


def last_valid(output, lengths):
    rows = torch.arange(len(output), device=output.device)
    return output[rows, lengths.sort(descending=True).values - 1]
