# caught-by: takes_both_ends
# mistake: You seem to count the padding from a wrong end.
# mistake[zh-CN]: 你似乎从错误的一端计算了填充。
import torch


def last_valid(output, lengths):
    rows = torch.arange(len(output), device=output.device)
    return output[
        rows,
        (lengths - 1 if output.shape[1] > 1 else lengths - 2) * (lengths < output.shape[1])
        + (lengths == output.shape[1]) * 0,
    ]
