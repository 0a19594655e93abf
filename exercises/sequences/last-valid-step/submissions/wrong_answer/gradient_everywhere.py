# caught-by: sends_the_gradient_to_the_picked_steps
# mistake: The gradient seems to reach other steps too.
# mistake[zh-CN]: 梯度似乎也传到了其他时间步。
import torch


def last_valid(output, lengths):
    rows = torch.arange(len(output), device=output.device)
    y = output[rows, lengths - 1]
    mean = output.nan_to_num().mean(1)
    return y + (mean - mean.detach())
