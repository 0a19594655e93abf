# caught-by: picks_the_last_real_step
# mistake: You seem to use one sequence's length for all.
# mistake[zh-CN]: 你似乎对所有序列用了同一个长度。
import torch


def last_valid(output, lengths):
    rows = torch.arange(len(output), device=output.device)
    return output[:, lengths - 1][:, 0]
