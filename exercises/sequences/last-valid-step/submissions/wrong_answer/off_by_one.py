# caught-by: picks_the_last_real_step
# mistake: You seem to read one step too far.
# mistake[zh-CN]: 你似乎多读了一步。
import torch


def last_valid(output, lengths):
    rows = torch.arange(len(output), device=output.device)
    return output[rows, lengths.clamp(max=output.shape[1] - 1)]
