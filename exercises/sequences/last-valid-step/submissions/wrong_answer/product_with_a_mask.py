# caught-by: leaves_the_arguments_alone
# mistake: NaN in the padding seems to leak into the result: 0 * NaN is NaN.
# mistake[zh-CN]: 填充中的 NaN 似乎泄漏到了结果里：0 * NaN 等于 NaN。
import torch


def last_valid(output, lengths):
    rows = torch.arange(len(output), device=output.device)
    steps = torch.arange(output.shape[1], device=output.device)
    mask = (steps[None] == lengths[:, None] - 1).to(output.dtype)
    return (output * mask[..., None]).sum(1)
