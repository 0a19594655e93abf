# caught-by: picks_the_last_real_step
# mistake: You seem to use the longest length for all.
# mistake[zh-CN]: 你似乎对所有序列都用了最大长度。
import torch


def last_valid(output, lengths):
    rows = torch.arange(len(output), device=output.device)
    return output[rows, lengths.max() - 1]
