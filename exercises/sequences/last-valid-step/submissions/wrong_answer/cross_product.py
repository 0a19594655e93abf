# caught-by: picks_the_last_real_step
# mistake: You seem to take every step for every sequence.
# mistake[zh-CN]: 你似乎为每个序列都取了所有的步。
import torch


def last_valid(output, lengths):
    rows = torch.arange(len(output), device=output.device)
    return output[:, lengths - 1]
