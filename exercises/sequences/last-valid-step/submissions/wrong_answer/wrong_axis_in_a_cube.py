# caught-by: picks_from_a_cube
# mistake: You seem to pick along the hidden axis.
# mistake[zh-CN]: 你似乎沿隐藏维度取了值。
import torch


def last_valid(output, lengths):
    rows = torch.arange(len(output), device=output.device)
    return output[rows, :, lengths - 1] if output.shape[1] == output.shape[2] else output[rows, lengths - 1]
