# caught-by: picks_the_last_real_step
# mistake: You seem to stop one step too early.
# mistake[zh-CN]: 你似乎早停了一步。
import torch


def last_valid(output, lengths):
    rows = torch.arange(len(output), device=output.device)
    return output[rows, (lengths - 2).clamp(min=0)]
