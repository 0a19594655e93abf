# caught-by: picks_from_a_cube
# mistake: You seem to take the first axis for the time.
# mistake[zh-CN]: 你似乎把第一个轴当成了时间。
import torch


def last_valid(output, lengths):
    rows = torch.arange(len(output), device=output.device)
    return output[lengths - 1, rows] if output.shape[0] == output.shape[1] else output[rows, lengths - 1]
