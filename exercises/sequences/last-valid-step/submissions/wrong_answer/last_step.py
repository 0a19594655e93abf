# caught-by: picks_the_last_real_step
# mistake: You seem to take the last step of the padding.
# mistake[zh-CN]: 你似乎取了填充的最后一步。
import torch


def last_valid(output, lengths):
    rows = torch.arange(len(output), device=output.device)
    return output[:, -1]
